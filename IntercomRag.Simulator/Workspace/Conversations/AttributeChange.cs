namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>A custom attribute that was set, as texts.</summary>
public sealed record AttributeChange(string Name, string Value, string? Previous);
