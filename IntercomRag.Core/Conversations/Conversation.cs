namespace IntercomRag.Core.Conversations;

/// <summary>A conversation as Intercom holds it at one moment.</summary>
/// <param name="Messages">Oldest first, the opening message included. Intercom returns the 500 most recent parts of longer ones.</param>
/// <param name="AdminAssigneeId">Null when no admin has it.</param>
public sealed record Conversation(
    string Id,
    string ContactId,
    bool IsOpen,
    string? AdminAssigneeId,
    string? TeamAssigneeId,
    IReadOnlyList<AppliedTag> Tags,
    IReadOnlyList<Message> Messages)
{
    public IEnumerable<Message> PublicMessages => Messages.Where(message => message.IsPublic);

    public bool HasTag(string name) => FindTag(name) is not null;

    public AppliedTag? FindTag(string name) => Tags.FirstOrDefault(tag => string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase));
}
