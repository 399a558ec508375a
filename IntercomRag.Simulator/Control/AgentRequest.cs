namespace IntercomRag.Simulator.Control;

/// <param name="AdminId">The teammate who acts.</param>
/// <param name="Action"><c>reply</c>, <c>note</c>, <c>assign</c>, <c>close</c>, <c>open</c>, <c>snooze</c>, <c>tag</c>, <c>untag</c> or <c>give_back</c>.</param>
/// <param name="Body">HTML of a reply or note; public with assign and close.</param>
/// <param name="AssigneeType"><c>admin</c> or <c>team</c>.</param>
/// <param name="AssigneeId">Id of the assignee, "0" for nobody.</param>
/// <param name="Tag">Name of a tag; made when there is none.</param>
/// <param name="SnoozedUntil">Unix seconds.</param>
public sealed record AgentRequest(
    string? AdminId,
    string? Action,
    string? Body,
    string? AssigneeType,
    string? AssigneeId,
    string? Tag,
    long? SnoozedUntil);
