namespace IntercomRag.Core.Policies;

/// <summary>A policy file is missing or wrong. The message says which file, where, and what was expected.</summary>
public sealed class PolicyException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether this is what reading a file throws when it is missing or may not be read.</summary>
    internal static bool IsUnreadable(Exception exception) => exception is IOException or UnauthorizedAccessException;

    internal static PolicyException Unreadable(string path, Exception exception) =>
        new($"{path}: cannot be read ({exception.Message}). The setting {PolicyOptions.Section}:Path names the folder.", exception);
}
