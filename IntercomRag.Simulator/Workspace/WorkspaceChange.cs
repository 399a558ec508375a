namespace IntercomRag.Simulator.Workspace;

/// <summary>One change of the workspace while its lock is held: the state, the time, new ids, and what to tell the listeners.</summary>
public sealed class WorkspaceChange(WorkspaceState state, IdSource ids, SimulatorOptions options, DateTimeOffset now)
{
    private readonly List<WorkspaceEvent> _events = [];

    public WorkspaceState State { get; } = state;

    public IdSource Ids { get; } = ids;

    public SimulatorOptions Options { get; } = options;

    public DateTimeOffset Now { get; } = now;

    public IReadOnlyList<WorkspaceEvent> Events => _events;

    public void Raise(WorkspaceEvent happened) => _events.Add(happened);
}
