using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace IntercomRag.Testing.Processes;

/// <summary>Signals to other processes; not on Windows.</summary>
public static class PosixSignals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <exception cref="Win32Exception">It was not sent: there is no such process, or it is somebody else's.</exception>
    public static void Send(int process, int signal)
    {
        if (SendSignal(process, signal) != 0)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);

    /// <summary>
    /// Whether this process ignores a signal, which its children inherit: a shell starts background jobs so, and .NET then leaves SIGINT ignored.
    /// From <c>SigIgn: 0000000000000002</c> in /proc/self/status, a bit mask with signal 1 lowest.
    /// </summary>
    public static bool IsIgnored(int signal)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        var mask = ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (mask >> (signal - 1) & 1) == 1;
    }
}
