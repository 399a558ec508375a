using IntercomRag.Core.Conversations;
using IntercomRag.Core.Models;

namespace IntercomRag.Benchmarks.ModelFaults;

/// <summary>Patience with the model, a fifth of what production has, so that all faults fit into minutes.</summary>
internal static class FaultTimes
{
    /// <summary>Of the stub's behaviour <c>slow</c>: longer than anybody waits here.</summary>
    public static readonly TimeSpan SlowBy = TimeSpan.FromSeconds(6);

    /// <summary>After this the server is asked again, whatever it did before.</summary>
    public static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_answerWithin = TimeSpan.FromSeconds(6);

    /// <summary>The longest that <c>Chaos/ShortTimes</c> lets a burst last.</summary>
    private static readonly TimeSpan s_burst = TimeSpan.FromSeconds(2.5);

    /// <summary>For reading and writing the conversation, on a machine that runs everything at once.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(4);

    /// <summary>Within this every message has its reply.</summary>
    public static TimeSpan Bound => s_burst + s_answerWithin + s_margin;

    public static Dictionary<string, string> Settings { get; } = new()
    {
        [$"{TurnOptions.Section}__{nameof(TurnOptions.AnswerWithin)}"] = s_answerWithin.ToString("c"),
        [$"{TurnOptions.Section}__{nameof(TurnOptions.ModelWithin)}"] = "00:00:04",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.Timeout)}"] = "00:00:04",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.FirstChunkTimeout)}"] = "00:00:02",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.ChunkTimeout)}"] = "00:00:01",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.ConnectTimeout)}"] = "00:00:01",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.RetryDelay)}"] = "00:00:00.100",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.LongestWait)}"] = "00:00:01",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.BreakTime)}"] = BreakTime.ToString("c"),
    };
}
