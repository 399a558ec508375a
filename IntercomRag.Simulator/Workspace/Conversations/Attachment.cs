namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>A file sent with a message; the workspace keeps its address, never its content.</summary>
public sealed record Attachment(string Name, string Url, string ContentType, long Filesize = 0, int? Width = null, int? Height = null);
