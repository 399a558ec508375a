namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>Wakes snoozed conversations when their time has come.</summary>
public sealed class SnoozeClock(WorkspaceStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            store.Change(WakeAll);
        }
    }

    private static int WakeAll(WorkspaceChange change)
    {
        var due = change.State.Conversations.Values.Where(conversation => conversation.SnoozedUntil <= change.Now).ToList();
        due.ForEach(conversation => OperatorActions.Wake(change, conversation));
        return due.Count;
    }
}
