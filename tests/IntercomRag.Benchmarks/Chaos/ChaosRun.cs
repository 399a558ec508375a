using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What a run left behind.</summary>
/// <param name="Unprovoked">Programs that ended without being killed.</param>
/// <param name="Witnesses">What the Redis server kept of the writes that it acknowledged.</param>
/// <param name="PeakMemory">In MiB.</param>
internal sealed record ChaosRun(
    IReadOnlyList<JudgedConversation> Record,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<ReplyTime> CalmReplyTimes,
    IReadOnlyList<Outage> Outages,
    IReadOnlyList<string> Unprovoked,
    IReadOnlyList<Witness> Witnesses,
    IReadOnlyDictionary<string, long> PeakMemory)
{
    /// <summary>
    /// Between the answer to the last look and the arrival of the write lie two ways over the loopback address, and whatever this
    /// overloaded machine makes the process wait meanwhile: 250 ms is far above the first and above most of the second.
    /// </summary>
    public static readonly TimeSpan Crossing = TimeSpan.FromMilliseconds(250);

    public long LostWrites => Witnesses.Sum(witness => witness.Lost);

    public Verdict Judge() => Testing.Judging.Judge.Of(Record, new JudgeSettings(
        Crossing,
        Topics.SelectMany(topic => topic.Lines.Select(line => (Line: line, Article: topic.Article!))).ToDictionary(pair => pair.Line, pair => pair.Article)));
}
