namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>To whom a part assigns the conversation.</summary>
/// <param name="Type"><c>admin</c>, <c>team</c> or <c>nobody_admin</c>.</param>
public sealed record Assignee(string Type, string Id)
{
    public static readonly Assignee Nobody = new("nobody_admin", "0");
}
