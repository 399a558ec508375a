using System.Collections.Concurrent;
using System.Globalization;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>The most memory that each program ever held, over all its lives. Known on Linux only.</summary>
internal sealed class PeakMemory
{
    private readonly ConcurrentDictionary<string, long> _peaks = new();

    /// <summary>In MiB, by name.</summary>
    public IReadOnlyDictionary<string, long> Peaks => _peaks;

    public void Read(string name, int processId)
    {
        if (TryRead(processId) is { } peak)
        {
            _peaks.AddOrUpdate(name, peak, (_, before) => Math.Max(before, peak));
        }
    }

    // VmHWM:	  123456 kB
    private static long? TryRead(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
