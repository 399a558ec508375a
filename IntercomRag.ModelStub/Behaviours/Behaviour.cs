namespace IntercomRag.ModelStub.Behaviours;

/// <summary>What <c>PUT /stub/behaviour</c> sets: <c>{"kind":"rate_limited","times":2,"prompt":"answer"}</c>.</summary>
/// <param name="Times">For how many requests; null: until it is changed.</param>
/// <param name="Prompt">Only for this kind of prompt (<c>answer</c>, <c>intent</c>, <c>question</c>, <c>verify</c>, <c>embeddings</c>); null: for all.</param>
public sealed record Behaviour(BehaviourKind Kind, int? Times = null, string? Prompt = null);
