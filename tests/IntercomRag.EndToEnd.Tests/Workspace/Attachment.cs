namespace IntercomRag.EndToEnd.Tests.Workspace;

internal sealed record Attachment(string Name, string Url, string ContentType);
