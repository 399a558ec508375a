namespace IntercomRag.EndToEnd.Tests.Workspace;

internal sealed record QuickReply(string Text, string Uuid);
