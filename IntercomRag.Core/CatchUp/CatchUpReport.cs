namespace IntercomRag.Core.CatchUp;

/// <summary>How a round went.</summary>
/// <param name="Found">Conversations in which the customer has the last word.</param>
/// <param name="Known">Of these, put into the inbox by an earlier round.</param>
/// <param name="Enqueued">Of these, put into the inbox by this round.</param>
/// <param name="Unfinished">Unfinished turns put into the inbox by this round.</param>
/// <param name="Watermark">Up to when everything has been read; null as long as no round came to its end.</param>
/// <param name="IsComplete">The whole window was read.</param>
/// <param name="Problem">What ended it early, in words that may be logged; null when nothing is wrong.</param>
public sealed record CatchUpReport(
    int Found, int Known, int Enqueued, int Unfinished, DateTimeOffset? Watermark, bool IsComplete, string? Problem);
