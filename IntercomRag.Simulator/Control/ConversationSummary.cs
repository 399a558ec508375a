namespace IntercomRag.Simulator.Control;

/// <param name="BotSilenced">A human or a team has the conversation, or a human was the last to answer in public.</param>
/// <param name="UpdatedAt">Unix seconds; so is <paramref name="WaitingSince"/>.</param>
public sealed record ConversationSummary(
    string Id,
    string ContactId,
    string? ContactName,
    string State,
    bool Open,
    string? AdminAssigneeId,
    string? TeamAssigneeId,
    string LastMessagePreview,
    PersonView LastAuthor,
    long UpdatedAt,
    long? WaitingSince,
    IReadOnlyList<string> Tags,
    bool BotSilenced,
    RatingView? Rating);
