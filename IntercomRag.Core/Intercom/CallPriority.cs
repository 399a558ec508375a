namespace IntercomRag.Core.Intercom;

/// <summary>Whose calls go first when the rate limit is near.</summary>
public enum CallPriority
{
    /// <summary>A customer waits for it.</summary>
    Reply,

    /// <summary>Nobody waits: synchronisation, metrics, catching up.</summary>
    Sync,
}
