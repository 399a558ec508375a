namespace IntercomRag.Core.Policies;

/// <summary>A policy file is missing or wrong. The message says which file, where, and what was expected.</summary>
public sealed class PolicyException(string message, Exception? inner = null) : Exception(message, inner);
