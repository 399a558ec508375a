using System.Diagnostics;
using System.Globalization;

namespace IntercomRag.Testing.Processes;

/// <summary>
/// A variable that all descendants of a process inherit, so that a test finds also those whose parents are gone. Where there is no /proc, none
/// is found.
/// </summary>
public sealed class ProcessMark
{
    private const string Variable = "INTERCOMRAG_TEST_RUN";

    private readonly string _value = Guid.NewGuid().ToString("N");

    /// <summary>What to add to the environment of the first process.</summary>
    public KeyValuePair<string, string> Pair => new(Variable, _value);

    /// <summary>Ids of the running processes that have the mark.</summary>
    public IReadOnlyList<int> Carriers => OperatingSystem.IsLinux()
        ? [.. Directory.EnumerateDirectories("/proc").Select(IdOf).OfType<int>().Where(id => EnvironmentOf(id).Contains(_value, StringComparison.Ordinal))]
        : [];

    /// <summary>Ends them as a crash would.</summary>
    public void KillCarriers()
    {
        foreach (var id in Carriers)
        {
            try
            {
                using var carrier = Process.GetProcessById(id);
                carrier.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // It ended by itself meanwhile.
            }
        }
    }

    private static int? IdOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string EnvironmentOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
