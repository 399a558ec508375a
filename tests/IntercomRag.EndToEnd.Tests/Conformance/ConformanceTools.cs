using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>What the conformance tests run and read, and what is missing of it on this machine.</summary>
internal static class ConformanceTools
{
    /// <summary>Holds the scripts, and after <c>npm ci</c> the packages.</summary>
    public static readonly string Folder = Path.Combine(RepositoryRoot.Folder, "tests", "conformance");

    private static readonly string[] DescriptionPath = ["intercom", "derived", "intercom-openapi-2.16.validating.yaml"];

    /// <summary>
    /// Intercom's description of its REST API, repaired where Prism would otherwise drop a schema, and with it the check, without a word.
    /// </summary>
    public static string Description => SharedData.PathTo(DescriptionPath);

    public static string Prism { get; } = Package("@stoplight", "prism-cli", "dist", "index.js");

    /// <summary>Skips the test when it cannot run a package of <c>tests/conformance/package.json</c>.</summary>
    public static void SkipWithoutPackages()
    {
        Assert.SkipWhen(FindNode() is null, "node is not on the PATH; install Node.js 20 or newer to run this test.");
        Assert.SkipUnless(File.Exists(Prism), $"{Prism} is not there; run 'npm ci --prefix tests/conformance --ignore-scripts' to run this test.");
    }

    /// <summary>Skips the test when traffic cannot be compared with the description.</summary>
    public static void SkipWithoutDescription()
    {
        SkipWithoutPackages();
        var missing = SharedData.Missing(DescriptionPath);
        Assert.SkipWhen(missing is not null, missing ?? "");
    }

    private static string Package(params string[] parts) => Path.Combine([Folder, "node_modules", .. parts]);

    private static string? FindNode()
    {
        var names = OperatingSystem.IsWindows() ? ["node.exe"] : new[] { "node" };
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
