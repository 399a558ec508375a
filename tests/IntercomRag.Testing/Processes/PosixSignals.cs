using System.ComponentModel;
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
}
