namespace IntercomRag.AppHost.LocalHosting.Processes;

/// <summary>What a child takes over from this process: everything but what tells this process itself how to run.</summary>
internal static class InheritedEnvironment
{
    // .NET and ASP.NET Core read their own settings (environment, URLs, launch profile, startup hooks) under these.
    private static readonly string[] Dropped = ["ASPNETCORE_", "DOTNET_"];

    // But where the runtime is, and that this machine has no ICU, holds for the children too.
    private static readonly string[] Kept = ["DOTNET_ROOT", "DOTNET_SYSTEM_"];

    public static void Clear(IDictionary<string, string?> variables)
    {
        foreach (var name in variables.Keys.Where(name => StartsWithAny(name, Dropped) && !StartsWithAny(name, Kept)).ToList())
        {
            variables.Remove(name);
        }
    }

    private static bool StartsWithAny(string name, string[] prefixes) => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
