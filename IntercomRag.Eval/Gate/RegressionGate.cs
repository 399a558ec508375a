using System.Globalization;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Gate;

/// <summary>Compares a run with a baseline, conversation by conversation. Pure: the same two results and rules give the same verdict.</summary>
public sealed class RegressionGate(GateRules rules)
{
    private const double Even = 0.5;

    public GateVerdict Judge(RunResult baseline, RunResult now)
    {
        var pairs = ResultPairs.Of(baseline, now);
        List<MeasureComparison> comparisons = [.. rules.Judging.Select(metric => Compare(metric, pairs)).OfType<MeasureComparison>()];
        IEnumerable<GateFinding> findings =
        [
            .. rules.HardZeros.Select(metric => HardZero(metric, now)).OfType<GateFinding>(),
            .. comparisons.SelectMany(Changed),
            .. rules.Steady.Select(fact => Unsteady(fact, pairs)).OfType<GateFinding>(),
            .. rules.Drops.Select(drop => Dropped(drop.Key, drop.Value, pairs)).OfType<GateFinding>(),
            .. rules.Intervals.Select(interval => Left(interval.Key, interval.Value, baseline, now)).OfType<GateFinding>(),
            .. rules.Floors.Select(floor => Bound("floor", floor.Key, floor.Value, now, (value, bound) => value < bound, "below")),
            .. rules.Ceilings.Select(ceiling => Bound("ceiling", ceiling.Key, ceiling.Value, now, (value, bound) => value > bound, "above")),
            .. Lost(baseline, now),
            .. Missing(pairs),
        ];
        var sorted = findings.OrderByDescending(finding => finding.Failed).ToList();
        return new GateVerdict(
            sorted.TrueForAll(finding => !finding.Failed),
            sorted,
            comparisons,
            ConversationChanges.Of(pairs, [.. rules.HardZeros, .. rules.Judging]),
            pairs.Added,
            pairs.Removed);
    }

    private static GateFinding? HardZero(string metric, RunResult now)
    {
        var failing = now.Conversations.Where(conversation => conversation.Measures.TryGetValue(metric, out var measure) && measure.Passed == false).ToList();
        return failing.Count == 0
            ? null
            : new GateFinding(
                "hard_zero",
                metric,
                Failed: true,
                $"{metric} fails in {failing.Count} conversations, and may in none: {failing[0].Id}: {failing[0].Measures[metric].Reason}");
    }

    private static MeasureComparison? Compare(string metric, ResultPairs pairs)
    {
        var both = pairs.Both(metric).Where(pair => pair.Before.Passed is not null && pair.Now.Passed is not null).ToList();
        if (both.Count == 0)
        {
            return null;
        }

        var wrong = both.Count(pair => pair.Before.Passed == true && pair.Now.Passed == false);
        var right = both.Count(pair => pair.Before.Passed == false && pair.Now.Passed == true);
        return new MeasureComparison(
            metric, Share(both.Count(pair => pair.Before.Passed == true)), Share(both.Count(pair => pair.Now.Passed == true)), both.Count, wrong, right, Rounded(SignTest.PValue(wrong, right)));

        double Share(int count) => Rounded((double)count / both.Count);
    }

    private IEnumerable<GateFinding> Changed(MeasureComparison measure)
    {
        if (measure.TurnedWrong + measure.TurnedRight == 0)
        {
            yield break;
        }

        var numbers = $"{measure.TurnedWrong} turned wrong, {measure.TurnedRight} right";
        yield return new GateFinding(
            "sign_test", measure.Metric, measure.PValue < rules.Alpha, Text($"{measure.Metric}: {numbers}; by chance alone with p = {measure.PValue:0.000}"));

        var mends = measure.TurnedRight >= Even * measure.TurnedWrong;
        var allowed = rules.Strict.Contains(measure.Metric) ? 0 : rules.NewlyWrong;
        var limit = measure.TurnedWrong - measure.TurnedRight > allowed && !mends;
        yield return new GateFinding(
            "newly_wrong", measure.Metric, limit, $"{measure.Metric}: {numbers}; at most {allowed} more wrong than right may be, unless half as many are mended");
    }

    private GateFinding? Unsteady(string fact, ResultPairs pairs)
    {
        var changed = SteadyFacts.Changed(fact, pairs);
        return changed.Count == 0
            ? null
            : new GateFinding(
                "steady",
                fact,
                changed.Count > rules.NewlyWrong,
                $"{fact}: another one in {changed.Count} conversations with the same decision, at most {rules.NewlyWrong} may be; {changed[0].Now.Id}: {Shown(changed[0].Before)} → {Shown(changed[0].Now)}");

        string Shown(ConversationResult conversation) => SteadyFacts.Of(fact, conversation) ?? "none";
    }

    private GateFinding? Dropped(string metric, double allowed, ResultPairs pairs)
    {
        var both = pairs.Both(metric).Select(pair => pair.Now.Value - pair.Before.Value).ToList();
        var (worse, better) = (both.Count(change => change < 0), both.Count(change => change > 0));
        if (worse + better == 0)
        {
            return null;
        }

        var (drop, p) = (-both.Average(), SignTest.PValue(worse, better));
        return new GateFinding(
            "drop",
            metric,
            drop > allowed && p < rules.Alpha,
            Text($"{metric}: mean changed by {-drop:+0.0000;-0.0000} (may fall by {allowed}); worse in {worse}, better in {better}, p = {p:0.000}"));
    }

    private static GateFinding? Left(string metric, bool moreIsBetter, RunResult baseline, RunResult now)
    {
        if (!baseline.Metrics.TryGetValue(metric, out var before) || before.Interval is not { } interval
            || !now.Metrics.TryGetValue(metric, out var after) || after.Value is not { } value || value == before.Value)
        {
            return null;
        }

        var bad = moreIsBetter ? value < interval[0] : value > interval[1];
        return new GateFinding("interval", metric, bad, Text($"{metric}: {before.Value:0.0000} before, {value:0.0000} now; 95 % interval of the baseline {interval[0]:0.0000} to {interval[1]:0.0000}"));
    }

    private GateFinding Bound(string rule, string metric, double bound, RunResult now, Func<double, double, bool> isBad, string word)
    {
        var value = now.Metrics.GetValueOrDefault(metric)?.Value;
        return value is null
            ? new GateFinding(rule, metric, Failed: true, Text($"{metric} is not measured any more; its {rule} is {bound}"))
            : new GateFinding(rule, metric, isBad(value.Value, bound), Text($"{metric}: {value:0.0000}, {(isBad(value.Value, bound) ? word : "within")} the {rule} {bound} ({rules.Run})"));
    }

    // What is no longer measured cannot turn wrong.
    private IEnumerable<GateFinding> Lost(RunResult baseline, RunResult now) => rules.HardZeros.Concat(rules.Judging).Concat(rules.Drops.Keys)
        .Where(metric => baseline.Metrics.GetValueOrDefault(metric)?.N > 0 && !(now.Metrics.GetValueOrDefault(metric)?.N > 0))
        .Select(metric => new GateFinding("lost_measure", metric, Failed: true, $"{metric} was measured in {baseline.Metrics[metric].N} conversations and is in none now"));

    private static IEnumerable<GateFinding> Missing(ResultPairs pairs)
    {
        if (pairs.Removed.Count > 0)
        {
            yield return new GateFinding(
                "removed", "conversations", Failed: true, $"{pairs.Removed.Count} conversations of the baseline are not there any more, the first is {pairs.Removed[0]}; accept a new baseline if that is meant");
        }

        if (pairs.Added.Count > 0)
        {
            yield return new GateFinding("added", "conversations", Failed: false, $"{pairs.Added.Count} conversations are new and are not compared");
        }
    }

    private static double Rounded(double value) => Math.Round(value, 6);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
