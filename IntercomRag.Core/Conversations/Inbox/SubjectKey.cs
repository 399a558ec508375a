namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>A conversation or an article of one workspace. Intercom's ids are unique only inside a workspace.</summary>
/// <param name="Workspace">Intercom's <c>app_id</c>.</param>
/// <param name="Id">Conversation or article id.</param>
public readonly record struct SubjectKey(string Workspace, string Id)
{
    public override string ToString() => $"{Workspace}:{Id}";
}
