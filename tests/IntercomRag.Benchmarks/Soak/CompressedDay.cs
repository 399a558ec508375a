using System.Globalization;

namespace IntercomRag.Benchmarks.Soak;

/// <summary>
/// Twenty-four hours in some minutes: every time that something is kept or comes back is divided by the same factor. Times that answer to real
/// ones (a call's time-out, a lease, a burst) stay, for the processes are real.
/// </summary>
internal sealed class CompressedDay(TimeSpan length)
{
    public const int Hours = 24;

    // What is remembered for a day or longer fills up all day, and shows its level only afterwards; three hours are remembered here, before they
    // are compressed.
    private static readonly TimeSpan s_memory = TimeSpan.FromHours(3);

    private static readonly (string Setting, TimeSpan Simulated)[] s_times =
    [
        ("Inbox__DeduplicationTime", s_memory),
        ("Redis__ConversationMemoryTime", s_memory),
        ("CatchUp__Interval", TimeSpan.FromMinutes(5)),
        ("CatchUp__Overlap", TimeSpan.FromHours(2)),
        ("CatchUp__LookBack", TimeSpan.FromHours(24)),
        ("Knowledge__ReconcileInterval", TimeSpan.FromMinutes(10)),
        ("Knowledge__FullSyncInterval", TimeSpan.FromHours(6)),
    ];

    // Real times that wait for nothing simulated.
    private static readonly Dictionary<string, string> s_real = new()
    {
        ["Webhook__MessageQuiet"] = "00:00:00.300",
        ["Webhook__FragmentQuiet"] = "00:00:00.500",
        ["Webhook__MessageCap"] = "00:00:02",
        ["CatchUp__Grace"] = "00:00:05",
    };

    /// <summary>From the first message to the last.</summary>
    public TimeSpan Length => length;

    /// <summary>How long an hour lasts here.</summary>
    public TimeSpan Hour => length / Hours;

    public double Factor => TimeSpan.FromDays(1) / length;

    /// <summary>Environment variables of API and worker.</summary>
    public Dictionary<string, string> Settings => s_times
        .Select(one => KeyValuePair.Create(one.Setting, Real(one.Simulated).ToString("c", CultureInfo.InvariantCulture)))
        .Concat(s_real)
        .ToDictionary();

    public void Print()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"24 h in {length.TotalMinutes:0.#} min: all of these times are divided by {Factor:0}"));
        foreach (var (setting, simulated) in s_times)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {setting,-34} {simulated.TotalMinutes,6:0} min -> {Real(simulated).TotalSeconds,6:0.0} s"));
        }
    }

    // Not below the second that the options ask for.
    private TimeSpan Real(TimeSpan simulated) => simulated / Factor is var real && real > s_shortest ? real : s_shortest;

    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);
}
