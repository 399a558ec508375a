using System.Globalization;
using IntercomRag.Benchmarks.Soak;

// The runtime looks for a class of just this name, in no namespace, in the assembly that DOTNET_STARTUP_HOOKS names.
#pragma warning disable CA1050

/// <summary>Lets a service tell the size of its live heap, which nothing outside of it can see.</summary>
internal static class StartupHook
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(2);

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(HeapFile.Variable) is { Length: > 0 } path)
        {
            _ = WriteAsync(path);
        }
    }

    private static async Task WriteAsync(string path)
    {
        using var timer = new PeriodicTimer(s_period);
        while (await timer.WaitForNextTickAsync())
        {
            Write(path);
        }
    }

    private static void Write(string path)
    {
        try
        {
            File.WriteAllText(path, GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // The reader has it open; the next time will do.
        }
    }
}
