namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>How a conversation is written.</summary>
/// <param name="PlainText">Bodies and subject as plain text instead of HTML.</param>
/// <param name="IsoStatistics">Times of the statistics as ISO-8601 texts, as webhooks before 2.15 have them.</param>
public sealed record ConversationFormat(ApiVersion Version, bool PlainText, bool IsoStatistics = false)
{
    public static ConversationFormat ForWebhooks(ApiVersion version) =>
        new(version, version.HasPlainTextWebhooks, !version.HasPlainTextWebhooks);
}
