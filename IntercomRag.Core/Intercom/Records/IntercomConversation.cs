using System.Text.Json;
using System.Text.Json.Serialization;
using IntercomRag.Core.Intercom.Json;

namespace IntercomRag.Core.Intercom.Records;

/// <summary>A conversation. Its history is <see cref="Source"/>, the opening message, followed by <see cref="Parts"/>.</summary>
public sealed record IntercomConversation
{
    /// <summary>Unique within one workspace only.</summary>
    public required string Id { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Null when the last word is a teammate's.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>False when closed; a snoozed conversation is open.</summary>
    public bool Open { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>snoozed</c>.</summary>
    public string? State { get; init; }

    /// <summary>Null when no teammate has it.</summary>
    [JsonConverter(typeof(AssigneeIdConverter))]
    public string? AdminAssigneeId { get; init; }

    /// <summary>Null when no team has it. A conversation can have a teammate and a team at the same time.</summary>
    [JsonConverter(typeof(AssigneeIdConverter))]
    public string? TeamAssigneeId { get; init; }

    /// <summary>Null when Intercom has not counted yet.</summary>
    public IntercomStatistics? Statistics { get; init; }

    public IReadOnlyList<IntercomTag> Tags { get; init; } = [];

    public IntercomSource? Source { get; init; }

    /// <summary>Ids only: names and segments are the contacts' own.</summary>
    public IReadOnlyList<IntercomReference> Contacts { get; init; } = [];

    public IReadOnlyList<IntercomReference> Teammates { get; init; } = [];

    /// <summary>By the name shown in Intercom. Values may have any JSON type.</summary>
    public IReadOnlyDictionary<string, JsonElement> CustomAttributes { get; init; } = new Dictionary<string, JsonElement>();

    [JsonPropertyName("conversation_rating")]
    public IntercomRating? Rating { get; init; }

    /// <summary>Intercom's own AI agent took part.</summary>
    public bool AiAgentParticipated { get; init; }

    /// <summary>
    /// At most the 500 most recent. Empty in search results; in a webhook, and in the answer to a write, only the parts that are new.
    /// </summary>
    [JsonPropertyName("conversation_parts")]
    public IReadOnlyList<IntercomPart> Parts { get; init; } = [];
}
