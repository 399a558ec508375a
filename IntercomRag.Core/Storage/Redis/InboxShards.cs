using System.Security.Cryptography;
using System.Text;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>The groups of subjects of one inbox.</summary>
internal sealed class InboxShards(string inbox, int count)
{
    public IReadOnlyList<InboxShard> All { get; } = [.. Enumerable.Range(0, count).Select(number => new InboxShard(inbox, number))];

    public InboxSubject Locate(SubjectKey subject)
    {
        var name = SubjectName.Format(subject);

        // Not string.GetHashCode, which differs from process to process.
        var shard = SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % All.Count;
        return new InboxSubject(All[shard], name);
    }

    /// <summary>What one group may hold of a limit that holds for all.</summary>
    public int Share(int limit) => (limit + All.Count - 1) / All.Count;
}
