namespace IntercomRag.Core.Policies;

/// <param name="Messages">Latest public messages that a turn considers. Default 15, the source's value.</param>
public sealed record HistoryPolicy(int Messages);
