namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>The index file cannot be used as it is; the message says why and what happens next.</summary>
public sealed class KnowledgeIndexException(string message, Exception? cause = null) : Exception(message, cause);
