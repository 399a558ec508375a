namespace IntercomRag.Core.Intercom.Json;

/// <summary>The answer of an endpoint that lists, whatever it calls its list.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, PageLinks? Pages, int? TotalCount);
