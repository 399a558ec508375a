namespace IntercomRag.Simulator.Workspace.Seeding;

/// <summary>A file of the workspace that cannot be used. The message names the file and, where there is one, the line.</summary>
public sealed class WorkspaceFileException(string message, Exception? inner = null) : Exception(message, inner);
