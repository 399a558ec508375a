namespace IntercomRag.Core.Conversations;

/// <param name="Id">Admin or team id; empty for <see cref="AssigneeKind.Nobody"/>.</param>
public sealed record Assignee(AssigneeKind Kind, string Id)
{
    public static Assignee Nobody { get; } = new(AssigneeKind.Nobody, "");
}
