namespace IntercomRag.ModelStub.Behaviours;

/// <summary>Body of <c>PUT /stub/behaviour</c>; see <see cref="Behaviour"/>.</summary>
public sealed record BehaviourRequest(string? Kind, int? Times = null, string? Prompt = null);
