using System.Diagnostics;
using System.Globalization;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Intents;

/// <summary>
/// <c>intents</c>: what the shipped phrases and examples find, on the examples by cross-validation and on the reference data, which none of
/// them is taken from. Every data set is put through the code of a turn; nothing is fitted here.
/// </summary>
internal static class IntentsCommand
{
    /// <summary>Signals of ours that a label of a data set asks for.</summary>
    private static readonly (string Set, string Label, Signal Signal)[] Labels =
    [
        ("nlupp", "human_request", Signal.HumanRequest),
        ("nlupp", "urgent_problem", Signal.UrgentProblem),
        ("nlupp", "refund", Signal.Refund),
        ("nlupp", "cancel", Signal.CancelAccount),
        ("banking77", "urgent_problem", Signal.UrgentProblem),
        ("banking77", "refund", Signal.Refund),
        ("banking77", "cancel", Signal.CancelAccount),
        ("bitext", "human_request", Signal.HumanRequest),
        ("bitext", "refund", Signal.Refund),
        ("bitext", "cancel", Signal.CancelAccount),
        ("bitext", "complaint", Signal.Complaint),
        ("bitext", "feedback", Signal.Feedback),
        ("clinc150", "urgent_problem", Signal.UrgentProblem),
        ("clinc150", "out_of_scope", Signal.OffTopic),
        ("multidogo", "urgent_problem", Signal.UrgentProblem),
        ("multidogo", "complaint", Signal.Complaint),
        ("multidogo", "out_of_scope", Signal.OffTopic),
    ];

    private static readonly HashSet<Signal?> Escalating =
        [Signal.HumanRequest, Signal.UrgentProblem, Signal.LegalPrivacy, Signal.Refund, Signal.CancelAccount, Signal.Complaint];

    /// <summary>Sets whose every case is a question for the Help Center: a handover that no evidence could prevent is needless.</summary>
    private static readonly string[] Questions =
        ["service_public", "cnil", "stackfaq", "wikit_covid", "doc2dial", "mtrag", "fr_doc2dial"];

    public static Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (SharedData.Missing("data") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return Task.FromResult(2);
        }

        var folder = Path.Combine(RepositoryRoot.Folder, "policies");
        var policies = PolicyReader.Read(folder);
        var watch = Stopwatch.StartNew();
        _ = policies.Intents.Value;
        var training = watch.Elapsed;
        Examples(PolicyReader.ReadLessons(folder, policies.Assistant), policies);
        cancellationToken.ThrowIfCancellationRequested();
        DataSets(policies);
        cancellationToken.ThrowIfCancellationRequested();
        Needless(policies);
        Time(policies, training);
        return Task.FromResult(0);
    }

    private static void Examples(IntentLessons lessons, PolicySet policies)
    {
        Console.WriteLine("own examples, 5-fold cross-validation: the classifier alone, then with the phrases; 'from' is the threshold that the rule of docs/intents.md gives");
        Console.WriteLine("signal           lang cases right wrong precision recall | cases right wrong precision recall | from set");
        var held = IntentTrainer.CrossValidate(lessons);
        foreach (var (signal, threshold) in policies.Assistant.Signals)
        {
            var from = Threshold(held, signal);
            foreach (var language in policies.Assistant.Languages.Supported)
            {
                var own = held.Where(item => item.Example.Language == language).ToList();
                var model = Hits.Count(own, item => item.Example.Signal == signal, item => item.Probabilities[signal] >= threshold.Alone);
                var both = Hits.Count(own, item => item.Example.Signal == signal, item => Found(policies, signal, threshold, item.Example.Text, item.Probabilities[signal]));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CodeName.Of(signal),-16} {language,-4} {model} | {both} | {from:0.00} {threshold.Alone:0.00}"));
            }
        }
    }

    /// <summary>
    /// The least threshold, in steps of 0.05, from which on 8 in 10 of what is found show just this signal, and 9 in 10 one that is worth the
    /// same: it does no harm when a demand for money passes for a fraud, but a question must not pass for either.
    /// </summary>
    private static double Threshold(IReadOnlyList<(IntentExample Example, IReadOnlyDictionary<Signal, double> Probabilities)> held, Signal signal)
    {
        var steps = Enumerable.Range(10, 10).Select(step => step * 0.05).ToList();
        var enough = steps.FindIndex(step =>
            Precision(step, example => example.Signal == signal) >= 0.8
            && Precision(step, example => example.Signal == signal || (Escalating.Contains(signal) && Escalating.Contains(example.Signal))) >= 0.9);
        return enough < 0 ? steps[^1] : steps[enough];

        double Precision(double step, Func<IntentExample, bool> isRight) =>
            Hits.Count(held, item => isRight(item.Example), item => item.Probabilities[signal] >= step).Precision;
    }

    private static bool Found(PolicySet policies, Signal signal, SignalThreshold threshold, string text, double probability)
    {
        var phrases = policies.Phrases.Read(text);
        return (phrases.Found.Contains(signal) && probability >= threshold.WithPhrase)
            || (probability >= threshold.Alone && !phrases.Excluded.Contains(signal));
    }

    private static void DataSets(PolicySet policies)
    {
        Console.WriteLine();
        Console.WriteLine("reference data, last message, phrases and classifier");
        Console.WriteLine("set        label            cases right wrong precision recall | wrong ones by label");
        var reader = new SignalReader(policies);
        foreach (var set in Labels.GroupBy(label => label.Set))
        {
            var read = LabelledCases.Read(set.Key)
                .Select(item => (Case: item, Signals: reader.Read(item.Text).Select(evidence => evidence.Signal).ToHashSet()))
                .ToList();
            foreach (var (_, label, signal) in set)
            {
                var hits = Hits.Count(read, item => item.Case.Intents.Contains(label), item => item.Signals.Contains(signal));
                var wrong = read.Where(item => item.Signals.Contains(signal) && !item.Case.Intents.Contains(label))
                    .GroupBy(item => string.Join('+', item.Case.Intents.Order()))
                    .OrderByDescending(group => group.Count())
                    .Take(4)
                    .Select(group => $"{group.Key} {group.Count()}");
                Console.WriteLine($"{set.Key,-10} {label,-16} {hits} | {string.Join(", ", wrong)}");
            }
        }
    }

    private static void Needless(PolicySet policies)
    {
        Console.WriteLine();
        Console.WriteLine("questions for the Help Center: decided before any evidence, whole conversation read");
        Console.WriteLine("set             cases handover  share | other | rules");
        var reader = TurnReading.Create(policies);
        var decisions = new DecisionPolicy(policies.Assistant);
        foreach (var set in Questions)
        {
            var decided = LabelledCases.Read(set)
                .Select(item => decisions.DecideWithoutEvidence(reader.Read(item).Signals with { Exchanges = 0 }))
                .ToList();
            var handovers = decided.Count(decision => decision?.Action == AssistantAction.Escalate);
            var rules = decided.OfType<Decision>()
                .GroupBy(decision => decision.Reason)
                .OrderByDescending(group => group.Count())
                .Select(group => $"{CodeName.Of(group.Key)} {group.Count()}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{set,-15} {decided.Count,5} {handovers,8} {(double)handovers / decided.Count,6:0.000} | {decided.Count(decision => decision is not null) - handovers,5} | {string.Join(", ", rules)}"));
        }
    }

    private static void Time(PolicySet policies, TimeSpan training)
    {
        var reader = new SignalReader(policies);
        var texts = LabelledCases.Read("nlupp").Select(item => item.Text).ToList();
        var times = new List<double>();
        foreach (var text in texts.Concat(texts))
        {
            var started = Stopwatch.GetTimestamp();
            _ = reader.Read(text);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times = [.. times.Skip(texts.Count).Order()];
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"training {training.TotalMilliseconds:0} ms; one message: median {times[times.Count / 2]:0.000} ms, p95 {times[(int)(0.95 * times.Count)]:0.000} ms"));
    }
}
