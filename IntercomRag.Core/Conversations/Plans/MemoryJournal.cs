namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Keeps the plan as long as the process lives: for turns that nobody could resume, such as replayed conversations.</summary>
public sealed class MemoryJournal : ITurnJournal
{
    public TurnPlan? Unfinished { get; private set; }

    public Task WriteAsync(TurnPlan plan, CancellationToken cancellationToken)
    {
        Unfinished = plan;
        return Task.CompletedTask;
    }

    public Task DropAsync(CancellationToken cancellationToken)
    {
        Unfinished = null;
        return Task.CompletedTask;
    }
}
