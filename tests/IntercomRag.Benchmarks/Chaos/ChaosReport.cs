using System.Globalization;
using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>What the experiment says on the terminal.</summary>
internal static class ChaosReport
{
    private const int ShownConversations = 10;

    public static void Begin(ChaosOptions options)
    {
        Say($"chaos --seed {options.Seed} --messages {options.Messages} --conversations {options.Conversations} --kills {options.Kills} --redis {options.Redis}{(options.Redis == "redis" ? $" --fsync {options.Fsync}" : "")}{(options.Without is { } without ? $" --without {without}" : "")}");
        Say($"{Environment.ProcessorCount} cores; shortened: {string.Join(' ', ShortTimes.Services.Concat(ShortTimes.Simulator).Select(setting => $"{setting.Key}={setting.Value}"))}");
    }

    public static void Calibrated(IReadOnlyList<Topic> topics, IReadOnlyList<ReplyTime> calm, TimeSpan playing)
    {
        Say($"calm phase, all questions at once: {topics.Count} topics with a stable answer, {calm.Count} replies, time to reply {Quantiles(calm)}");
        Say($"customers write for {playing.TotalSeconds:0} s");
    }

    public static void End(ChaosOptions options, ChaosRun run, Verdict verdict, TimeSpan elapsed)
    {
        Say($"");
        Row("messages sent", verdict.Messages);
        Row("decided", verdict.Messages - verdict.Count(Promise.NothingLost));
        Row("lost", verdict.Count(Promise.NothingLost));
        Row("doubled", verdict.Count(Promise.NothingDoubled));
        Row("after a human", verdict.Count(Promise.SilentAfterHuman));
        Row("handovers incomplete", verdict.Count(Promise.HandoverCompleted));
        Row("out of order", verdict.Count(Promise.InOrder));
        Row("crossed a human", verdict.Crossed.Count, $"within {ChaosRun.Crossing.TotalMilliseconds:0} ms; largest {verdict.Crossed.Select(gap => gap.TotalMilliseconds).DefaultIfEmpty().Max():0} ms");
        var reads = run.Record.Sum(conversation => conversation.Reads);
        Row("reads of conversations", reads, Line($"{(double)reads / verdict.Messages:0.00} a message"));
        Row("replies", verdict.ReplyTimes.Count, Quantiles(verdict.ReplyTimes));
        var calm = verdict.ReplyTimes.Where(reply => !run.Outages.Any(outage => outage.Touches(reply.AskedAt, reply.RepliedAt))).ToList();
        Row("replies apart from outages", calm.Count, Quantiles(calm));
        foreach (var victim in run.Outages.GroupBy(outage => outage.Victim))
        {
            Row($"kills of {victim.Key}", victim.Count(), Recovery(victim, run.Record));
        }

        Row("acknowledged writes lost", (int)run.LostWrites, $"of {run.Witnesses.Sum(witness => witness.Writes)} on {run.Witnesses.Count} connections that count up in {options.Redis}");
        Say($"peak memory, MiB:  {string.Join("  ", run.PeakMemory.OrderBy(peak => peak.Key).Select(peak => $"{peak.Key} {peak.Value}"))}  this {Environment.WorkingSet / 1024 / 1024}");
        Say($"run time {elapsed.TotalSeconds:0} s, seed {options.Seed}");
        if (run.Unprovoked.Count > 0)
        {
            Say($"ended without being killed: {string.Join(", ", run.Unprovoked)}");
        }

        Offenders(run, verdict);
    }

    private static void Offenders(ChaosRun run, Verdict verdict)
    {
        foreach (var offender in verdict.Violations.GroupBy(violation => violation.ConversationId).Take(ShownConversations))
        {
            Say($"");
            foreach (var violation in offender)
            {
                Say($"{violation.Promise}: {violation.What} (part {violation.PartId})");
            }

            Console.Write(Transcripts.Of(run.Record.First(conversation => conversation.Id == offender.Key)));
        }
    }

    private static string Recovery(IEnumerable<Outage> outages, IReadOnlyList<JudgedConversation> record)
    {
        var replies = record.SelectMany(one => one.Parts).Where(part => part.IsWordOf(PartAuthor.Assistant)).Select(part => part.At).Order().ToList();
        var lengths = outages.Select(outage => outage.Length).ToList();
        var firsts = outages.Select(outage => replies.FirstOrDefault(at => at > outage.From) - outage.From).Where(wait => wait > TimeSpan.Zero).ToList();
        return Line($"well again p50 {Quantile(lengths, 0.5)} max {Quantile(lengths, 1)}; first reply p50 {Quantile(firsts, 0.5)} max {Quantile(firsts, 1)}");
    }

    private static string Quantiles(IReadOnlyList<ReplyTime> replies)
    {
        var times = replies.Select(reply => reply.Elapsed).ToList();
        return $"p50 {Quantile(times, 0.5)}  p95 {Quantile(times, 0.95)}  p99 {Quantile(times, 0.99)}  max {Quantile(times, 1)}";
    }

    private static string Quantile(List<TimeSpan> of, double share)
    {
        if (of.Count == 0)
        {
            return "-";
        }

        var sorted = of.Order().ToList();
        return Line($"{sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)].TotalSeconds:0.00} s");
    }

    private static void Row(string name, int value, string more = "") => Say($"{name,-28}{value,8}  {more}");

    private static void Say(FormattableString text) => Console.WriteLine(Line(text).TrimEnd());

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
