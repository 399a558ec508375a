namespace IntercomRag.Core.Conversations;

/// <summary>What Intercom knows of the person in the Messenger.</summary>
/// <param name="Language">The language set for the person, else the browser's; ISO code or null. Often wrong: the text decides first.</param>
/// <param name="CustomAttributes">Values as text, in the order Intercom gives them.</param>
public sealed record CustomerProfile(
    string Id,
    CustomerRole Role,
    string? Name,
    string? Email,
    string? Language,
    IReadOnlyList<string> Segments,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Companies,
    IReadOnlyDictionary<string, string> CustomAttributes,
    DateTimeOffset? CustomerSince)
{
    /// <summary>The first word of the name when it looks like a given name, else null.</summary>
    public string? FirstName
    {
        get
        {
            var first = Name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return first is { Length: > 1 } && first.All(c => char.IsLetter(c) || c is '-' or '\'') ? first : null;
        }
    }
}
