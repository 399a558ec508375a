namespace IntercomRag.Core.Conversations;

/// <summary>Who wrote a part, as far as it matters for who answers next.</summary>
public enum AuthorKind
{
    /// <summary>The person in the Messenger: Intercom's <c>user</c>, <c>lead</c> or <c>contact</c>.</summary>
    Customer,

    /// <summary>This product, speaking as its own teammate.</summary>
    Assistant,

    /// <summary>A human teammate.</summary>
    Agent,

    /// <summary>Any other machine: Operator, Fin, a workflow.</summary>
    OtherBot,
}
