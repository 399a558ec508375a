namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>The path that answers 200 while a service is well.</summary>
internal sealed record HttpHealthCheck(string Path);
