using System.Runtime.CompilerServices;

namespace IntercomRag.AppHost.Tests.Running;

/// <summary>A test that looks at processes through /proc and sends them signals.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Looks at processes through /proc, which only Linux has.";
        }
    }
}
