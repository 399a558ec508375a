using IntercomRag.Simulator.Html;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>
/// A message in both forms that Intercom hands out: HTML by default, plain text with <c>display_as=plaintext</c> and in webhooks
/// from 2.15 on. Both are made once, when the message arrives.
/// </summary>
public sealed record MessageBody(string Html, string Text)
{
    /// <summary>What a contact typed: every character counts as text.</summary>
    public static MessageBody FromText(string text)
    {
        var html = PlainText.ToHtml(text);
        return new MessageBody(html, PlainText.FromHtml(html));
    }

    /// <summary>What a teammate or the API sent: HTML that is cut down to what Intercom keeps.</summary>
    public static MessageBody FromHtml(string html)
    {
        var clean = ReplyHtml.Sanitize(html);
        return new MessageBody(clean, PlainText.FromHtml(clean));
    }
}
