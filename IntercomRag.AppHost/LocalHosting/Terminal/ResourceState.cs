namespace IntercomRag.AppHost.LocalHosting.Terminal;

internal enum ResourceState
{
    Waiting,
    Starting,
    Healthy,
    Unhealthy,
    Stopping,
    Stopped,
    Failed,
}
