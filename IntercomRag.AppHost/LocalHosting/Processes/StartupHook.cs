using System.Diagnostics;
using System.Runtime.InteropServices;

/// <summary>
/// The lifeline of a child: .NET calls this at its start (DOTNET_STARTUP_HOOKS), before any code of its own. Its standard input is a pipe from
/// the app host. When the pipe ends, because the app host asks it to stop or has died in whatever way, the child stops as if told by SIGTERM.
/// So nothing outlives an app host that was killed, Garnet included, and no service has to know.
/// </summary>
/// <remarks>The runtime looks for this very name outside of any namespace.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime prescribes the name.")]
internal static class StartupHook
{
    public const string Variable = "DOTNET_STARTUP_HOOKS";

    private const int SigTerm = 15;

    // Longer than the app host waits, shorter than a person would wait before looking for leftovers.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static void Initialize()
    {
        // A process that the child starts is not ours, and its standard input may well end early.
        Environment.SetEnvironmentVariable(Variable, null);

        if (!OperatingSystem.IsWindows())
        {
            // Out of the terminal's foreground group: Ctrl+C reaches the app host alone, which then stops its children in order.
            _ = SetSid();
        }

        new Thread(StopWithParent) { IsBackground = true, Name = "Lifeline" }.Start();
    }

    private static void StopWithParent()
    {
        using (var lifeline = Console.OpenStandardInput())
        {
            while (lifeline.ReadByte() >= 0)
            {
            }
        }

        if (OperatingSystem.IsWindows())
        {
            new Thread(() => Environment.Exit(0)) { IsBackground = true }.Start();
        }
        else
        {
            _ = Kill(Environment.ProcessId, SigTerm);
        }

        using var never = new ManualResetEventSlim();
        never.Wait(Patience);
        Process.GetCurrentProcess().Kill();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetSid();
}
