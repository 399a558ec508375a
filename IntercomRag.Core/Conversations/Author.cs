namespace IntercomRag.Core.Conversations;

/// <param name="Id">Contact, admin or bot id.</param>
/// <param name="Name">As Intercom shows it; leads often have none.</param>
public sealed record Author(AuthorKind Kind, string Id, string? Name)
{
    /// <summary>Whether the name is somebody's, and so not to be kept.</summary>
    public bool IsPerson => Kind is AuthorKind.Customer or AuthorKind.Agent;
}
