using IntercomRag.Core.Conversations;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>What was written to Intercom.</summary>
/// <param name="Text">HTML of a message or note; name of a team or a tag; what a button says.</param>
internal sealed record Write(string ConversationId, WriteKind Kind, string Text)
{
    /// <summary>What the customer reads.</summary>
    public bool IsPublic => Kind is WriteKind.Reply or WriteKind.Button;

    public string Plain => Kind is WriteKind.Reply or WriteKind.Note ? ReplyText.Of(Text) : Text;
}
