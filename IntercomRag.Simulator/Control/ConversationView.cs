using System.Text.Json;

namespace IntercomRag.Simulator.Control;

/// <summary>A conversation with all its parts; the opening message is the first of them, with <c>part_type</c> "source".</summary>
public sealed record ConversationView(
    string Id,
    string ContactId,
    string? ContactName,
    string State,
    bool Open,
    string? AdminAssigneeId,
    string? TeamAssigneeId,
    long CreatedAt,
    long UpdatedAt,
    long? WaitingSince,
    long? SnoozedUntil,
    IReadOnlyList<string> Tags,
    bool BotSilenced,
    RatingView? Rating,
    IReadOnlyDictionary<string, JsonElement> CustomAttributes,
    IReadOnlyList<PartView> Parts);
