namespace IntercomRag.AppHost.LocalHosting;

internal sealed record ResourceBuilder<T>(T Resource) : IResourceBuilder<T>
    where T : Resource;
