namespace IntercomRag.ModelStub.Brains;

/// <summary>A marked text of a prompt.</summary>
/// <param name="Kind">Such as <c>message</c>, <c>customer</c> or the id of a passage.</param>
public sealed record Material(string Kind, string Text);
