namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>Who wrote a part.</summary>
/// <param name="Type"><c>user</c>, <c>lead</c>, <c>admin</c> or <c>bot</c>.</param>
public sealed record Author(string Type, string Id, string? Name, string Email)
{
    public bool IsContact => Type is "user" or "lead";

    public bool IsAdmin => Type is "admin";
}
