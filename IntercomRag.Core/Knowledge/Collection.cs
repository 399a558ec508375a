namespace IntercomRag.Core.Knowledge;

/// <param name="ParentId">Null for a collection at the top.</param>
/// <param name="Names">Name by locale; holds at least <paramref name="DefaultLocale"/>.</param>
public sealed record Collection(string Id, string? ParentId, string DefaultLocale, IReadOnlyDictionary<string, string> Names)
{
    public string NameIn(string locale) => Names.TryGetValue(locale, out var name) ? name : Names[DefaultLocale];
}
