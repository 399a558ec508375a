namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>One write to Intercom.</summary>
/// <param name="Kind"><c>reply</c>, <c>note</c>, <c>assign</c>, <c>quick_replies</c> or <c>tag</c>.</param>
/// <param name="Team">Id of the team that an assignment names.</param>
/// <param name="Holder">Why a human had the conversation at the last look; null when the assistant had it.</param>
public sealed record SendTrace(string Kind, string? Team, string? Holder, bool IsError);
