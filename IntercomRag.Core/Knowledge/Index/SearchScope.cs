namespace IntercomRag.Core.Knowledge.Index;

/// <summary>Which articles a customer may be shown.</summary>
/// <param name="Locales">Locales to search; empty for all.</param>
/// <param name="Audiences">Audiences that include this customer.</param>
public sealed record SearchScope(IReadOnlyList<string> Locales, IReadOnlyList<Audience> Audiences);
