using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Control;

/// <summary>A hint that something should be read again: <c>{"type":"conversation.changed","conversation_id":"215…"}</c>.</summary>
public sealed record LiveEvent(
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ConversationId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ArticleId = null)
{
    public const string ConversationChanged = "conversation.changed";
    public const string ArticleChanged = "article.changed";
    public const string FaultsChanged = "faults.changed";
    public const string WorkspaceReset = "workspace.reset";

    /// <summary>Sent while nothing happens, so that proxies and pages know the stream is alive.</summary>
    public const string Heartbeat = "heartbeat";
}
