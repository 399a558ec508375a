using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Models.Budget;

/// <summary>Counts what conversations and days have used, for all replicas together.</summary>
public interface IModelLedger
{
    /// <summary>Adds to the counters, or takes away from them, and tells what they are then.</summary>
    /// <param name="conversation">Null when the tokens belong to none.</param>
    /// <param name="money">In millionths of the currency.</param>
    /// <exception cref="Storage.StorageUnavailableException">It did not succeed. It may still have been carried out.</exception>
    Task<LedgerTotals> AddAsync(DateOnly day, SubjectKey? conversation, long tokens, long money, CancellationToken cancellationToken);
}
