namespace IntercomRag.Core.Storage;

/// <summary>
/// The storage did not carry out an operation: unreachable, too slow, full, or it refused. What was asked for may or may not have happened.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception innerException) : Exception(message, innerException);
