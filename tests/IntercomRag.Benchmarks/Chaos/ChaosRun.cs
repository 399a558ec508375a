using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What a run left behind.</summary>
internal sealed record ChaosRun(
    IReadOnlyList<JudgedConversation> Record,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<ReplyTime> CalmReplyTimes,
    IReadOnlyList<Outage> Outages,
    IReadOnlyList<string> Unprovoked,
    IReadOnlyDictionary<string, long> PeakMemory)
{
    /// <summary>
    /// Between the answer to the last look and the arrival of the write lie two ways over the loopback address, and whatever this
    /// overloaded machine makes the process wait meanwhile: 250 ms is far above the first and above most of the second.
    /// </summary>
    public static readonly TimeSpan Crossing = TimeSpan.FromMilliseconds(250);

    public Verdict Judge() => Testing.Judging.Judge.Of(Record, new JudgeSettings(
        Crossing,
        Topics.SelectMany(topic => topic.Lines.Select(line => (Line: line, Article: topic.Article!))).ToDictionary(pair => pair.Line, pair => pair.Article)));
}
