using System.Globalization;

namespace IntercomRag.AppHost.LocalHosting.Network;

/// <summary>Finds the process that listens on a port, where that is cheap: on Linux, for processes of the same user.</summary>
internal static class PortHolder
{
    /// <summary>" by process 4711 (dotnet)", or nothing when it cannot be told.</summary>
    public static string Describe(int port)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        var sockets = ListeningSockets("/proc/net/tcp", port).Concat(ListeningSockets("/proc/net/tcp6", port)).ToHashSet();
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Holds(process, sockets))
            {
                return $" by process {id} ({File.ReadAllText(Path.Combine(process, "comm")).Trim()})";
            }
        }

        return "";
    }

    //   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
    //    0: 0100007F:13D8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 31337 1 ...
    private static IEnumerable<string> ListeningSockets(string table, int port)
    {
        const string listening = "0A";
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);

        return !File.Exists(table)
            ? []
            : from line in File.ReadLines(table).Skip(1)
              let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
              where columns.Length > 9 && columns[1].EndsWith(suffix, StringComparison.Ordinal) && columns[3] == listening
              select $"socket:[{columns[9]}]";
    }

    private static bool Holds(string process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(descriptor => File.ResolveLinkTarget(descriptor, returnFinalTarget: false) is { } target
                && sockets.Contains(target.Name));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Another user's process, or one that ended meanwhile: not the one that can be named.
            return false;
        }
    }
}
