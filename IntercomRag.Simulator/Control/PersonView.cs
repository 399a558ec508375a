namespace IntercomRag.Simulator.Control;

/// <param name="Type"><c>user</c>, <c>lead</c>, <c>admin</c>, <c>bot</c> or <c>team</c>.</param>
public sealed record PersonView(string Type, string Id, string? Name);
