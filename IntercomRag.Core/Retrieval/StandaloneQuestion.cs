namespace IntercomRag.Core.Retrieval;

/// <summary>What a model answers to the prompt <c>question</c>: <c>{"question":"How do I download an invoice of last year?"}</c>.</summary>
/// <param name="Question">The customer's question, readable without the conversation; "" when the message asks nothing.</param>
public sealed record StandaloneQuestion(string Question);
