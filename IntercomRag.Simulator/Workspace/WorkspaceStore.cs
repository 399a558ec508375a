using IntercomRag.Simulator.Workspace.Seeding;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Workspace;

/// <summary>
/// The one workspace of this process, in memory. One lock makes changes and what the listeners hear of them one order; nothing
/// inside it waits.
/// </summary>
public sealed class WorkspaceStore(
    WorkspaceLoader loader,
    IdSource ids,
    IEnumerable<IWorkspaceListener> listeners,
    IOptions<SimulatorOptions> options,
    TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly IWorkspaceListener[] _listeners = [.. listeners];
    private WorkspaceState _state = loader.Load();

    public T Read<T>(Func<WorkspaceState, T> read)
    {
        lock (_gate)
        {
            return read(_state);
        }
    }

    /// <summary>Runs a change, then tells the listeners what it raised. A change that throws must not have touched the state.</summary>
    public T Change<T>(Func<WorkspaceChange, T> change)
    {
        lock (_gate)
        {
            var scope = new WorkspaceChange(_state, ids, options.Value, time.GetUtcNow());
            var result = change(scope);
            foreach (var happened in scope.Events)
            {
                foreach (var listener in _listeners)
                {
                    listener.OnEvent(happened, _state);
                }
            }

            return result;
        }
    }

    /// <summary>Starts again with a fresh workspace. Ids go on, so that nothing of before is mistaken for something new.</summary>
    public void Reset()
    {
        var fresh = loader.Load();
        lock (_gate)
        {
            _state = fresh;
        }
    }
}
