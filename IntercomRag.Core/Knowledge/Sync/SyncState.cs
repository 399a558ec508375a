namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>What is remembered between two syncs.</summary>
/// <param name="LastFullSync">When the last complete full sync began; null when there was none.</param>
/// <param name="Watermark">The newest edit that was seen, by Intercom's clock.</param>
public sealed record SyncState(DateTimeOffset? LastFullSync, DateTimeOffset? Watermark)
{
    public static SyncState None { get; } = new(null, null);
}
