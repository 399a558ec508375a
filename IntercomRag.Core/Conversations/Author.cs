namespace IntercomRag.Core.Conversations;

/// <param name="Id">Contact, admin or bot id.</param>
/// <param name="Name">As Intercom shows it; leads often have none.</param>
public sealed record Author(AuthorKind Kind, string Id, string? Name);
