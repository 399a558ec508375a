namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>What a sync could not read; the index keeps what it had.</summary>
/// <param name="Subject"><c>page 3</c> or <c>article 12</c>.</param>
public sealed record SyncError(string Subject, string Message);
