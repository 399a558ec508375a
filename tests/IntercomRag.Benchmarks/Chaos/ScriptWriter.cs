namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Writes what everybody does in a run. The same seed, options, time and topics give the same scripts.</summary>
internal sealed class ScriptWriter(ChaosOptions options, TimeSpan playing, IReadOnlyList<Topic> topics)
{
    private const int LongestBurst = 4;

    private const double HandoverShare = 0.08;
    private const double VagueShare = 0.08;
    private const double GreetingShare = 0.15;

    // A gap that is longer than the window makes two turns of what the customer meant as one.
    private const double LongGapShare = 0.25;

    // The first turn of a conversation reads the most, so there a human most easily comes in between a look and a reply.
    private const double FirstTakeOverShare = 0.5;
    private const double TakeOverShare = 0.12;
    private const double GiveBackShare = 0.8;

    private static readonly TimeSpan s_quiet = ShortTimes.BurstQuiet;

    private readonly Random _dice = new(options.Seed);

    public IReadOnlyList<ConversationScript> Write()
    {
        var sizes = Enumerable.Repeat(1, options.Conversations).ToArray();
        for (var extra = options.Messages - options.Conversations; extra > 0; extra--)
        {
            sizes[_dice.Next(sizes.Length)]++;
        }

        return [.. sizes.Select(WriteConversation)];
    }

    private ConversationScript WriteConversation(int messages)
    {
        var language = _dice.Next(2) == 0 ? "en" : "fr";
        var subjects = new Queue<Topic>(Shuffled(topics.Where(topic => topic.Language == language)));
        var bursts = new List<string[]>();
        for (var left = messages; left > 0; left -= bursts[^1].Length)
        {
            bursts.Add([.. WriteBurst(language, subjects).Take(left)]);
        }

        // Pauses between the bursts, shortened when the conversation would not fit into the run.
        var pauses = bursts.Select(_ => Seconds(1.5, 8)).ToArray();
        var fits = playing - Seconds(2, 4) - (messages * s_quiet);
        var length = pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause);
        var shrink = Math.Min(1, Math.Max(0, fits / length));
        var at = Seconds(0, Math.Max(0, (fits - (length * shrink)).TotalSeconds));

        var steps = new List<ScriptStep>();
        for (var burst = 0; burst < bursts.Count; burst++)
        {
            foreach (var text in bursts[burst])
            {
                steps.Add(new CustomerWrites(at, text));
                at += _dice.NextDouble() < LongGapShare ? s_quiet * Between(1.1, 3.5) : s_quiet * Between(0.1, 0.8);
            }

            steps.AddRange(TakeOver(steps[^1].At, burst == 0 ? FirstTakeOverShare : TakeOverShare, IsHandover(bursts[burst], language)));
            at += pauses[burst] * shrink;
        }

        return new ConversationScript(language, [.. steps.OrderBy(step => step.At)]);
    }

    private IEnumerable<string> WriteBurst(string language, Queue<Topic> subjects)
    {
        var kind = _dice.NextDouble();
        if (kind < HandoverShare)
        {
            return [Pick(QuestionPool.Handovers(language))];
        }

        if (kind < HandoverShare + VagueShare || subjects.Count == 0)
        {
            return [Pick(QuestionPool.Vague(language))];
        }

        var topic = subjects.Dequeue();
        IEnumerable<string> lines = [.. Shuffled(topic.Lines).Take(_dice.Next(1, LongestBurst))];
        return _dice.NextDouble() < GreetingShare ? lines.Prepend(QuestionPool.Greeting(language)) : lines;
    }

    /// <summary>Around the moment at which the assistant answers, where it matters most.</summary>
    private IEnumerable<ScriptStep> TakeOver(TimeSpan asked, double share, bool handover)
    {
        var taken = handover || _dice.NextDouble() < share;
        if (!taken)
        {
            yield break;
        }

        var at = asked + (s_quiet * Between(0.5, 4));
        var act = _dice.Next(100) switch
        {
            < 40 => TeammateAct.Reply,
            < 65 => TeammateAct.AssignSelf,
            < 85 => TeammateAct.AssignTeam,
            _ => TeammateAct.Close,
        };
        if (!handover || _dice.Next(2) == 0)
        {
            yield return new TeammateActs(at, act);
        }

        if ((handover || act != TeammateAct.Close) && _dice.NextDouble() < GiveBackShare)
        {
            yield return new TeammateActs(at + Seconds(2, 6), TeammateAct.GiveBack);
        }
    }

    private static bool IsHandover(string[] burst, string language) => QuestionPool.Handovers(language).Contains(burst[0]);

    private string Pick(string[] of) => of[_dice.Next(of.Length)];

    private T[] Shuffled<T>(IEnumerable<T> of)
    {
        var shuffled = of.ToArray();
        _dice.Shuffle(shuffled);
        return shuffled;
    }

    private double Between(double from, double to) => from + (_dice.NextDouble() * (to - from));

    private TimeSpan Seconds(double from, double to) => TimeSpan.FromSeconds(Between(from, to));
}
