using System.Globalization;

namespace IntercomRag.Benchmarks.Soak;

/// <summary>Where a service with <see cref="StartupHook"/> writes how many bytes its live objects take.</summary>
internal static class HeapFile
{
    public const string Variable = "INTERCOMRAG_HEAP_FILE";

    /// <summary>MiB; not a number before the first time.</summary>
    public static double Read(string path)
    {
        try
        {
            return long.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes / 1024d / 1024 : double.NaN;
        }
        catch (IOException)
        {
            return double.NaN;
        }
    }
}
