using IntercomRag.Core.Conversations;

namespace IntercomRag.Eval.Recorded;

/// <param name="Author">Whom the turn is replayed as.</param>
/// <param name="HasAttachments">Files came with the message.</param>
public sealed record RecordedTurn(AuthorKind Author, string Text, bool HasAttachments);
