namespace IntercomRag.Core.Knowledge;

/// <param name="ParentId">Null for a collection at the top.</param>
/// <param name="Names">Name by locale.</param>
public sealed record Collection(string Id, string? ParentId, string DefaultLocale, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The name in a language; else in the default one; else the id, so that a collection without a name is not lost.</summary>
    public string NameIn(string locale) =>
        Names.TryGetValue(locale, out var name) || Names.TryGetValue(DefaultLocale, out name) ? name : Id;
}
