namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Keeps the plan of the turn under way where it outlives the process.</summary>
public interface ITurnJournal
{
    /// <summary>The plan that an earlier turn of this conversation stored and did not complete, begun or not; null when there is none.</summary>
    TurnPlan? Unfinished { get; }

    /// <summary>When this returns, the plan is durable.</summary>
    /// <exception cref="LeaseLostException">Somebody else has the conversation now: nothing more may be sent.</exception>
    Task WriteAsync(TurnPlan plan, CancellationToken cancellationToken);

    /// <summary>Forgets the plan: nothing of it has been or will be sent.</summary>
    /// <exception cref="LeaseLostException">Somebody else has the conversation now.</exception>
    Task DropAsync(CancellationToken cancellationToken);
}
