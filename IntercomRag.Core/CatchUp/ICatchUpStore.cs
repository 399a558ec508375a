using IntercomRag.Core.Storage;

namespace IntercomRag.Core.CatchUp;

/// <summary>What the rounds of all workers of one workspace share.</summary>
public interface ICatchUpStore
{
    /// <summary>
    /// Takes the right to run rounds, or keeps it, until <paramref name="until"/>; nobody else gets it before. A process that dies leaves it to the others
    /// when that time has come.
    /// </summary>
    /// <param name="owner">This process.</param>
    /// <param name="watermark">Stored when the right is this process's; null leaves the one that is there.</param>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<CatchUpHold> HoldAsync(
        string workspace, string owner, DateTimeOffset until, DateTimeOffset? watermark, CancellationToken cancellationToken);
}
