using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace IntercomRag.AppHost.LocalHosting.Running;

/// <summary>Settings of this host alone, read when they are needed.</summary>
internal sealed class LocalHostOptions(IConfiguration configuration)
{
    public const string Section = "LocalHost";

    private readonly IConfigurationSection _section = configuration.GetSection(Section);

    /// <summary>The root of the repository, where .config/dotnet-tools.json names Garnet's version.</summary>
    public string RepositoryRoot => Text(nameof(RepositoryRoot)) ?? BuiltWith(nameof(RepositoryRoot));

    /// <summary>NuGet's package folder, where a restored tool lies.</summary>
    public string PackageRoot => configuration["NUGET_PACKAGES"] is { Length: > 0 } set ? set : BuiltWith(nameof(PackageRoot));

    /// <summary>
    /// <c>LocalHost:DataDirectory</c>: what outlives a run; a relative path counts from the current folder.
    /// Default: .data at the root of the repository, which git ignores.
    /// </summary>
    public string DataDirectory => Path.GetFullPath(Text(nameof(DataDirectory)) ?? Path.Combine(RepositoryRoot, ".data"));

    /// <summary>
    /// <c>LocalHost:StartTimeout</c>: how long a service may take from its start to its first healthy answer, as hh:mm:ss.
    /// Default two minutes: a few seconds are usual, a laptop that builds something else at the same time takes longer.
    /// </summary>
    public TimeSpan StartTimeout => Duration(nameof(StartTimeout), TimeSpan.FromMinutes(2));

    /// <summary><c>LocalHost:StopTimeout</c>: how long a service may take to stop before it is killed, as hh:mm:ss. Default ten seconds.</summary>
    public TimeSpan StopTimeout => Duration(nameof(StopTimeout), TimeSpan.FromSeconds(10));

    public string CacheDirectory => Path.Combine(DataDirectory, "cache");

    public string KnowledgeFile => Path.Combine(DataDirectory, "knowledge.db");

    private string? Text(string key) => _section[key] is { Length: > 0 } text ? text : null;

    private TimeSpan Duration(string key, TimeSpan fallback) => Text(key) switch
    {
        null => fallback,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero => value,
        var text => throw new LocalHostException($"{Section}:{key} is '{text}', but has to be a time like 00:00:30."),
    };

    private static string BuiltWith(string key) =>
        typeof(LocalHostOptions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == key)?.Value
        ?? throw new InvalidOperationException($"The build left no {key} in this assembly.");
}
