using IntercomRag.Simulator.Workspace.Conversations;
using IntercomRag.Simulator.Workspace.HelpCenter;
using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace;

/// <summary>Everything that the workspace knows. Touched only inside <see cref="WorkspaceStore"/>'s lock.</summary>
public sealed class WorkspaceState
{
    public required AppInfo App { get; init; }

    public required HelpCenterSite HelpCenter { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Dictionary<string, Admin> Admins { get; } = [];

    public Dictionary<string, Team> Teams { get; } = [];

    public Dictionary<string, Contact> Contacts { get; } = [];

    public Dictionary<string, Segment> Segments { get; } = [];

    public Dictionary<string, Tag> Tags { get; } = [];

    public Dictionary<string, Company> Companies { get; } = [];

    public Dictionary<string, Collection> Collections { get; } = [];

    public Dictionary<string, Article> Articles { get; } = [];

    public Dictionary<string, Conversation> Conversations { get; } = [];

    public Conversation Conversation(string id) =>
        Conversations.TryGetValue(id, out var conversation) ? conversation : throw WorkspaceException.NotFound("not_found", "Resource Not Found");

    public Contact Contact(string id) =>
        Contacts.TryGetValue(id, out var contact) ? contact : throw WorkspaceException.NotFound("not_found", "User Not Found");

    public Admin Admin(string id) =>
        Admins.TryGetValue(id, out var admin) ? admin : throw WorkspaceException.NotFound("admin_not_found", "Admin not found");

    public Team Team(string id) =>
        Teams.TryGetValue(id, out var team) ? team : throw WorkspaceException.NotFound("team_not_found", "Team not found");

    public Article Article(string id) =>
        Articles.TryGetValue(id, out var article) ? article : throw WorkspaceException.NotFound("not_found", "Resource Not Found");

    public Collection Collection(string id) =>
        Collections.TryGetValue(id, out var collection) ? collection : throw WorkspaceException.NotFound("not_found", "Resource Not Found");

    public Tag Tag(string id) =>
        Tags.TryGetValue(id, out var tag) ? tag : throw WorkspaceException.NotFound("tag_not_found", "Tag not found");

    /// <summary>The tag of that name, compared as Intercom does: without regard to case.</summary>
    public Tag? TagNamed(string name) => Tags.Values.FirstOrDefault(tag => string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The newest conversation of a contact, which REST calls <c>last</c>.</summary>
    public Conversation? LastConversationOf(string contactId) =>
        Conversations.Values.Where(conversation => conversation.ContactId == contactId).MaxBy(conversation => conversation.UpdatedAt);
}
