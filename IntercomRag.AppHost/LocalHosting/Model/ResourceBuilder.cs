namespace IntercomRag.AppHost.LocalHosting.Model;

internal sealed record ResourceBuilder<T>(T Resource) : IResourceBuilder<T>
    where T : Resource;
