namespace IntercomRag.Core.Knowledge;

/// <summary>The collections of a workspace, and the way from the top to each of them.</summary>
public sealed class CollectionTree(IEnumerable<Collection> collections)
{
    private readonly Dictionary<string, Collection> _byId = collections.GroupBy(collection => collection.Id).ToDictionary(group => group.Key, group => group.Last());

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>
    /// The collections from the top down to the first of <paramref name="ids"/> that exists; empty when none does. A missing parent makes
    /// its child the top, and so does a parent that was met before.
    /// </summary>
    public IReadOnlyList<Collection> PathTo(IEnumerable<string> ids)
    {
        var path = new List<Collection>();
        var id = ids.FirstOrDefault(_byId.ContainsKey);
        while (id is not null && _byId.TryGetValue(id, out var collection) && !path.Contains(collection))
        {
            path.Insert(0, collection);
            id = collection.ParentId;
        }

        return path;
    }
}
