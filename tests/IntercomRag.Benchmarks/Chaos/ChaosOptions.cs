using System.Globalization;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What the command line asks for.</summary>
/// <param name="Kills">How often each of API, worker and Redis server is killed.</param>
/// <param name="Redis"><c>garnet</c> or <c>redis</c>.</param>
/// <param name="Fsync">Redis's <c>appendfsync</c>.</param>
/// <param name="Without">The protection that is taken out; null for none.</param>
/// <param name="Limit">The run is given up after this.</param>
/// <param name="Logs">Folder for logs and record, kept whatever comes of the run; null for a temporary one that is kept when a promise broke.</param>
internal sealed record ChaosOptions(
    int Messages, int Conversations, int Kills, int Seed, string Redis, string Fsync, string? Without, TimeSpan Limit, string? Logs)
{
    public const string Usage =
        "chaos [--messages 5000] [--conversations 500] [--kills N] [--seed N] [--redis garnet|redis] [--fsync always|everysec]"
        + " [--without deduplication|last-look|plan|lease|catch-up] [--minutes 8] [--logs FOLDER]";

    /// <summary>Customers' messages a second: what keeps two cores, which also run everything else, busy but not swamped.</summary>
    private const double Rate = 22;

    private const int MessagesAKill = 250;
    private const int Victims = 3;

    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_wellBetweenKills = TimeSpan.FromSeconds(1.5);

    private static readonly string[] s_protections = ["deduplication", "last-look", "plan", "lease", "catch-up"];

    /// <summary>How long customers write.</summary>
    /// <param name="restart">How long a program takes to start on this machine now.</param>
    public TimeSpan PlayingTime(TimeSpan restart)
    {
        var kills = Victims * Kills * (restart + s_wellBetweenKills);
        return new[] { TimeSpan.FromSeconds(Messages / Rate), kills, s_shortest }.Max();
    }

    /// <exception cref="FormatException">The arguments do not fit <see cref="Usage"/>; the message says which.</exception>
    public static ChaosOptions Parse(IReadOnlyList<string> arguments)
    {
        var given = Pairs(arguments);
        var messages = Number("messages", 5000, 1, 100_000);
        var options = new ChaosOptions(
            messages,
            Number("conversations", Math.Min(500, messages), 1, messages),
            Number("kills", (int)Math.Ceiling((double)messages / MessagesAKill), 0, 1000),
            Number("seed", Random.Shared.Next(1, 1_000_000), 0, int.MaxValue),
            OneOf("redis", "garnet", "garnet", "redis")!,
            OneOf("fsync", "always", "always", "everysec")!,
            OneOf("without", null, s_protections),
            TimeSpan.FromMinutes(Number("minutes", 8, 1, 240)),
            given.Remove("logs", out var logs) ? logs : null);
        return given.Count == 0 ? options : throw new FormatException($"There is no option --{given.Keys.First()}.");

        int Number(string name, int standard, int least, int most) =>
            !given.Remove(name, out var text) ? standard
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
            : throw new FormatException($"--{name} takes a number from {least} to {most}, not '{text}'.");

        string? OneOf(string name, string? standard, params string[] allowed) =>
            !given.Remove(name, out var text) ? standard
            : allowed.Contains(text) ? text
            : throw new FormatException($"--{name} is one of {string.Join(", ", allowed)}, not '{text}'.");
    }

    private static Dictionary<string, string> Pairs(IReadOnlyList<string> arguments)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal) || index + 1 == arguments.Count)
            {
                throw new FormatException($"Each option is --name value; '{arguments[index]}' is not.");
            }

            pairs[arguments[index][2..]] = arguments[index + 1];
        }

        return pairs;
    }
}
