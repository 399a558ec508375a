using System.Globalization;

namespace IntercomRag.AppHost.LocalHosting.Garnet;

/// <summary>How Garnet has to run for the inbox to keep its promises. The tests run it with these too.</summary>
internal static class GarnetArguments
{
    /// <param name="directory">Where its files are; what it finds there at the start is there again.</param>
    public static string[] Of(string host, int port, string directory) =>
    [
        "--bind", host,
        "--port", port.ToString(CultureInfo.InvariantCulture),

        // The inbox is a set of Lua scripts; without the transaction mode, commands of two scripts on the same keys interleave.
        "--lua", "--lua-transaction-mode",

        // What was committed is there again after a restart. The services ask for the commit before they acknowledge anything (RedisConnection);
        // with --aof-commit-wait Garnet would wait for the disk after every command of a script, which takes ten times as long.
        "--aof", "--checkpointdir", directory, "--recover",

        // Each connection that waits for the disk holds a thread: with the default number, eight connections get 20 writes a second.
        "--minthreads", "32",

        // The default memory is 16 GB. A full one drops the oldest keys without a word, unless they may move to disk.
        "--memory", "256m", "--storage-tier", "--logdir", directory,

        // The default device wants libaio installed.
        "--device-type", "RandomAccess",
    ];
}
