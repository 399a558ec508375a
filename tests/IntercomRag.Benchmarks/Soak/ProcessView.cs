using System.Globalization;

namespace IntercomRag.Benchmarks.Soak;

/// <summary>What Linux tells about a process.</summary>
internal sealed record ProcessView(double ResidentMiB, int Threads, int Sockets)
{
    public static ProcessView Of(int id)
    {
        // "VmRSS:	  123456 kB", "Threads:	23"
        var status = File.ReadLines($"/proc/{id}/status")
            .Select(line => line.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 1)
            .ToDictionary(words => words[0], words => words[1]);
        var sockets = Directory.EnumerateFiles($"/proc/{id}/fd").Count(IsSocket);
        return new ProcessView(
            double.Parse(status["VmRSS:"], CultureInfo.InvariantCulture) / 1024, int.Parse(status["Threads:"], CultureInfo.InvariantCulture), sockets);
    }

    // A link to "socket:[12345]"; one that was closed meanwhile is no file any more.
    private static bool IsSocket(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.Name.StartsWith("socket:", StringComparison.Ordinal) ?? false;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
