namespace IntercomRag.Core.Intercom.Records;

/// <summary>One page of a list that is numbered by pages.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="TotalPages">As Intercom counts them at this moment. A caller may skip a page that failed and go on up to here.</param>
/// <param name="HasMore">Another page follows. Decides when to stop; a page past the end is empty and has no more.</param>
public sealed record IntercomPage<T>(IReadOnlyList<T> Items, int Number, int TotalPages, bool HasMore);
