namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>What the members of the surface share to write into the model.</summary>
internal static class ModelExtensions
{
    public static Resource Model<T>(this IResourceBuilder<T> builder)
        where T : IResource => (Resource)(IResource)builder.Resource;

    public static IResourceBuilder<T> Variable<T>(this IResourceBuilder<T> builder, string name, Func<string> value)
        where T : IResource
    {
        builder.Model().Environment.Add(() => [new(name, value())]);
        return builder;
    }

    public static IResourceBuilder<T> Reference<T>(this IResourceBuilder<T> builder, IReferencedResource source)
        where T : IResource
    {
        builder.Model().Environment.Add(source.Variables);
        return builder;
    }
}
