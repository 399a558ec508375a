namespace IntercomRag.Core.Knowledge;

/// <summary>The source of the articles did not answer, or not in a way that can be used. Nothing in the index was changed by it.</summary>
public sealed class HelpCenterException(string message, Exception cause) : Exception(message, cause);
