namespace IntercomRag.Simulator.Workspace;

/// <summary>Hears what happens in the workspace, in order.</summary>
public interface IWorkspaceListener
{
    /// <summary>Called inside the workspace's lock: take what is needed and return at once.</summary>
    void OnEvent(WorkspaceEvent happened, WorkspaceState state);
}
