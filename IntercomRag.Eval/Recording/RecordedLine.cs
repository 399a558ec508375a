using System.Text.Json.Serialization;

namespace IntercomRag.Eval.Recording;

/// <summary>A recorded conversation as it is written; see <see cref="Recorded.ConversationFile"/> for how it is read.</summary>
/// <param name="ConversationId">Intercom's id, under which the conversation can be looked up while the label is reviewed.</param>
/// <param name="Proposed">True until somebody has read the conversation and judged the label.</param>
internal sealed record RecordedLine(
    string Id,
    string ConversationId,
    string? Locale,
    RecordedLine.ContactPart Contact,
    IReadOnlyList<RecordedLine.TurnPart> Turns,
    RecordedLine.GoldPart Gold,
    string Source,
    bool Proposed)
{
    /// <summary>Who the customer is stays out; what they are decides tone and articles.</summary>
    internal sealed record ContactPart(string Role, IReadOnlyList<string> Segments);

    internal sealed record TurnPart(
        string Role, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Attachments);

    /// <param name="Answer">What the human wrote, for the reviewer; no reference answer before it has been read.</param>
    internal sealed record GoldPart(string Action, IReadOnlyList<string> ArticleIds, string? Answer);
}
