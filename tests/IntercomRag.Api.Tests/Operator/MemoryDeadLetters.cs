using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Api.Tests.Operator;

/// <summary>Keeps what a test puts in, or fails for the reason that a test gives.</summary>
internal sealed class MemoryDeadLetters : IDeadLetters
{
    public const string Damaged = "conversations-0-2-failed";

    public List<DeadLetter> Letters { get; } = [];

    public Exception? Failure { get; set; }

    public DeadLetter Put(string id, string subject = "215")
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var key = new SubjectKey("demo", subject);
        var item = new InboxItem(key, ["notif_1"], "conversation.user.replied", at, at.AddSeconds(1), TraceParent: null);
        var letter = new DeadLetter(InboxNames.Conversations, id, key, [item], 6, "IOException", "4bf92f3577b34da6a3ce929d0e0e4736", at.AddMinutes(2));
        Letters.Add(letter);
        return letter;
    }

    public Task<IReadOnlyList<DeadLetter>> ReadAsync(int limit, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<DeadLetter>>(() => [.. Letters.Take(limit)]);

    public Task<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken) => Do(() => Letters.Find(letter => letter.Id == id));

    public Task<RedriveResult> RedriveAsync(string id, CancellationToken cancellationToken) => Do(() =>
        id == Damaged ? RedriveResult.Unreadable : Remove(id) ? RedriveResult.Redriven : RedriveResult.NotFound);

    public Task<int> RedriveAllAsync(CancellationToken cancellationToken) => Do(() => Letters.RemoveAll(letter => letter.Id != Damaged));

    public Task<bool> DiscardAsync(string id, CancellationToken cancellationToken) => Do(() => Remove(id));

    private bool Remove(string id) => Letters.RemoveAll(letter => letter.Id == id) > 0;

    private Task<T> Do<T>(Func<T> answer) => Failure is null ? Task.FromResult(answer()) : Task.FromException<T>(Failure);
}
