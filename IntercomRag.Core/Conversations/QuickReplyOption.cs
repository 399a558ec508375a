namespace IntercomRag.Core.Conversations;

/// <param name="Id">Comes back with the customer's choice.</param>
/// <param name="Text">What the button says, and what the customer's message will say.</param>
public sealed record QuickReplyOption(Guid Id, string Text);
