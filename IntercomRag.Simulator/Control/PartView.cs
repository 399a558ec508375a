using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Control;

/// <param name="CreatedAt">Unix seconds, as Intercom shows it; <paramref name="CreatedAtMs"/> is the same in milliseconds.</param>
/// <param name="IsPublic">Whether the customer sees it.</param>
/// <param name="QuickReplyOptions">Buttons offered with this part.</param>
public sealed record PartView(
    string Id,
    string PartType,
    string? BodyHtml,
    string? BodyText,
    PersonView Author,
    long CreatedAt,
    long CreatedAtMs,
    bool IsPublic,
    PersonView? AssignedTo,
    IReadOnlyList<QuickReplyOption> QuickReplyOptions,
    PartMetadata Metadata,
    IReadOnlyList<Attachment> Attachments,
    IReadOnlyList<string> Tags);
