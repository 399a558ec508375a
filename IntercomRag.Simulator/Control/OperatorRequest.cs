namespace IntercomRag.Simulator.Control;

/// <summary>Something that the workspace's own bot says.</summary>
/// <param name="Body">HTML.</param>
/// <param name="PartType">Default <c>comment</c>.</param>
public sealed record OperatorRequest(string? Body, string? PartType);
