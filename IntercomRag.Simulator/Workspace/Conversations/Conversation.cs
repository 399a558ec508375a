using System.Text.Json;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>A conversation and its state. Touched only inside <see cref="WorkspaceStore"/>'s lock.</summary>
public sealed class Conversation(string id, string contactId, ConversationPart source)
{
    public const string OpenState = "open";
    public const string ClosedState = "closed";
    public const string SnoozedState = "snoozed";

    private readonly List<ConversationPart> _parts = [];

    public string Id { get; } = id;

    public string ContactId { get; } = contactId;

    /// <summary>The opening message, which Intercom keeps apart from the parts.</summary>
    public ConversationPart Source { get; private set; } = source;

    public IReadOnlyList<ConversationPart> Parts => _parts;

    public IEnumerable<ConversationPart> SourceAndParts => _parts.Prepend(Source);

    public DateTimeOffset CreatedAt => Source.CreatedAt;

    public DateTimeOffset UpdatedAt { get; set; } = source.CreatedAt;

    /// <summary>Since when the customer waits; null when a teammate had the last word.</summary>
    public DateTimeOffset? WaitingSince { get; private set; } = source.CreatedAt;

    public DateTimeOffset? SnoozedUntil { get; set; }

    public string State { get; set; } = OpenState;

    public bool Read { get; set; }

    /// <summary>When an app has read it through REST, in order of time.</summary>
    public List<DateTimeOffset> ReadAt { get; } = [];

    public string? Title { get; set; }

    public string? AdminAssigneeId { get; set; }

    public string? TeamAssigneeId { get; set; }

    public ConversationRating? Rating { get; set; }

    public List<AppliedTag> Tags { get; } = [];

    /// <summary>Teammates who took part, in the order of their first part.</summary>
    public List<string> TeammateIds { get; } = [];

    public Dictionary<string, JsonElement> CustomAttributes { get; } = [];

    public ConversationStatistics Statistics { get; } = Begin(source);

    public void Add(ConversationPart part)
    {
        _parts.Add(part);
        Statistics.Count(part);
        UpdatedAt = part.CreatedAt;
        if (part.Author.IsAdmin && !TeammateIds.Contains(part.Author.Id))
        {
            TeammateIds.Add(part.Author.Id);
        }

        if (part.IsPublic && part.Author.IsContact)
        {
            WaitingSince ??= part.CreatedAt;
            Read = false;
        }
        else if (part.IsPublic && part.Author.IsAdmin)
        {
            WaitingSince = null;
        }
    }

    /// <summary>Replaces a message by a changed copy of itself, such as one that carries a tag.</summary>
    public void Replace(ConversationPart part)
    {
        if (part.Id == Source.Id)
        {
            Source = part;
            return;
        }

        _parts[_parts.FindIndex(known => known.Id == part.Id)] = part;
    }

    private static ConversationStatistics Begin(ConversationPart source)
    {
        var statistics = new ConversationStatistics();
        statistics.Count(source);
        return statistics;
    }
}
