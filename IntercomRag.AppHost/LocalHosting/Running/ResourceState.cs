namespace IntercomRag.AppHost.LocalHosting;

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
