using System.Globalization;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Prompts;

/// <summary>The passages that a model is shown, under short ids: <c>p1</c>, <c>p2</c> … An id that is not among them names nothing.</summary>
public sealed class ListedPassages
{
    private readonly Dictionary<string, PassageHit> _byId;

    /// <param name="passages">In the order in which they are shown.</param>
    public ListedPassages(IEnumerable<PassageHit> passages)
    {
        All = [.. passages.Select((passage, i) => (IdOf(i), passage))];
        _byId = All.ToDictionary(entry => entry.Id, entry => entry.Passage, StringComparer.Ordinal);
    }

    public IReadOnlyList<(string Id, PassageHit Passage)> All { get; }

    /// <summary>Null when no passage has that id.</summary>
    public PassageHit? Find(string id) => _byId.GetValueOrDefault(id.Trim());

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"p{index + 1}");
}
