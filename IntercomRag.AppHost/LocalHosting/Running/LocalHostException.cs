namespace IntercomRag.AppHost.LocalHosting.Running;

/// <summary>Nothing can run, or go on. The message is for the person at the terminal: what happened and what to do.</summary>
internal sealed class LocalHostException(string message) : Exception(message);
