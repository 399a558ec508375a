using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>The teammate who acts, and whether an app acts in the teammate's name.</summary>
/// <param name="AppPackageCode">The app; null when the teammate uses the inbox.</param>
/// <param name="ReceivedAt">When the request of the app came in; null when the teammate uses the inbox.</param>
/// <param name="CreatedAt">A time in the past for imported messages; null for now.</param>
public sealed record Actor(Admin Admin, string? AppPackageCode = null, DateTimeOffset? ReceivedAt = null, DateTimeOffset? CreatedAt = null)
{
    public Author Author => new("admin", Admin.Id, Admin.Name, Admin.Email);
}
