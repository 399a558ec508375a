using System.Diagnostics;
using System.Text.Json;
using IntercomRag.Core.Retrieval;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>Puts spans together into turns. Spans may come in any order, and a trace in several pieces.</summary>
public static class TraceReader
{
    private static readonly HashSet<string> s_steps =
    [
        Spans.Resume, Spans.Load, Spans.Own, Spans.Understand, Spans.Retrieve, Spans.Decide, Spans.Plan, Spans.Act, Spans.Send, Spans.Record,
    ];

    /// <summary>Turns in the order in which they began; with equal times, by trace id.</summary>
    public static IReadOnlyList<TurnTrace> Read(IEnumerable<Activity> activities, TraceWarnings warnings) =>
        Read([.. activities.Select(SpanRecord.Of)], warnings);

    /// <inheritdoc cref="Read(IEnumerable{Activity}, TraceWarnings)"/>
    public static IReadOnlyList<TurnTrace> Read(IReadOnlyCollection<SpanRecord> spans, TraceWarnings warnings)
    {
        var turns = new List<TurnTrace>();
        foreach (var trace in spans.GroupBy(span => span.TraceId))
        {
            var ids = trace.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
            var children = trace.Where(span => span.ParentSpanId is not null).ToLookup(span => span.ParentSpanId!, StringComparer.Ordinal);
            foreach (var span in trace)
            {
                var isOrphan = span.ParentSpanId is { } parent && !ids.Contains(parent);
                if (span.Name == Spans.Turn)
                {
                    if (isOrphan)
                    {
                        warnings.Add("parent_missing", $"{Place(span)}: the span around a turn is missing; the turn itself counts");
                    }

                    if (Create(span, children, warnings) is { } turn)
                    {
                        turns.Add(turn);
                    }
                }
                else if (s_steps.Contains(span.Name) && (isOrphan || span.ParentSpanId is null))
                {
                    warnings.Add("turn_missing", $"{Place(span)}: {span.Name} has no turn around it, left out");
                }
            }
        }

        return [.. turns.OrderBy(turn => turn.Start).ThenBy(turn => turn.TraceId, StringComparer.Ordinal)];
    }

    private static string Place(SpanRecord span) => span.Origin.Length > 0 ? $"{span.Origin}: trace {span.TraceId}" : $"trace {span.TraceId}";

    private static TurnTrace? Create(SpanRecord turn, ILookup<string, SpanRecord> children, TraceWarnings warnings)
    {
        if (turn.Text(Attributes.ConversationId) is not { Length: > 0 } conversation)
        {
            warnings.Add("conversation_missing", $"{Place(turn)}: the turn has no {Attributes.ConversationId}, left out");
            return null;
        }

        IReadOnlyList<SpanRecord> spans = [turn, .. Below(turn, children).OrderBy(span => span.Start)];
        var retrieval = spans.LastOrDefault(span => span.Name == Spans.Retrieve);
        var understanding = spans.LastOrDefault(span => span.Name == Spans.Understand);
        var plan = spans.LastOrDefault(span => span.Name == Spans.Plan);
        return new TurnTrace(
            turn.TraceId,
            conversation,
            turn.Text(Attributes.MessageId),
            turn.Start,
            turn.Text(Attributes.PolicyVersion),
            turn.Text(Attributes.Language),
            understanding?.Text(Attributes.Tone),
            understanding?.Texts(Attributes.Signals) ?? [],
            turn.Text(Attributes.Intent),
            turn.Text(Attributes.Action),
            turn.Text(Attributes.Reason),
            turn.Text(Attributes.Rule),
            turn.Text(Attributes.Priority),
            turn.Number(Attributes.Confidence),
            turn.Text(Attributes.Silence),
            turn.Number(Attributes.AgainAfter),
            (int?)retrieval?.Number(Attributes.QueryTerms),
            retrieval?.Number(Attributes.Confidence),
            List<SpanDocument>(retrieval, Attributes.Documents, warnings),
            List<SpanPassage>(retrieval, Attributes.Passages, warnings),
            plan?.Texts(Attributes.CitedArticles) ?? [],
            plan?.Texts(Attributes.Support) ?? [],
            plan?.Texts(Attributes.Links) ?? [],
            (int?)plan?.Number(Attributes.ReplyLength),
            [.. spans.Where(span => span.Name == Spans.Send).Select(Send)],
            Model(spans),
            Message(turn, Attributes.InputMessages, warnings),
            Message(turn, Attributes.OutputMessages, warnings),
            plan?.Attributes.ContainsKey(Attributes.Sentences) == true ? plan.Texts(Attributes.Sentences) : null,
            List<SpanText>(retrieval, Attributes.PassageTexts, warnings)
                .Concat(List<SpanText>(plan, Attributes.PassageTexts, warnings))
                .DistinctBy(text => text.Id)
                .ToDictionary(text => text.Id, text => text.Text),
            spans)
        {
            Features = retrieval?.Number(Attributes.Probability) is { } probability && retrieval.Number(Attributes.Coverage) is { } coverage
                ? new ConfidenceFeatures(probability, coverage)
                : null,
            Citations = List<SpanCitation>(plan, Attributes.Citations, warnings),
            ModelFallback = plan?.Text(Attributes.ModelFallback),
        };
    }

    private static IEnumerable<SpanRecord> Below(SpanRecord span, ILookup<string, SpanRecord> children) =>
        children[span.SpanId].SelectMany(child => Below(child, children).Prepend(child));

    private static SendTrace Send(SpanRecord span) => new(
        span.Text(Attributes.SendKind) ?? "", span.Text(Attributes.SendTeam), span.Text(Attributes.SendHolder), span.IsError);

    private static ModelUse? Model(IReadOnlyList<SpanRecord> spans)
    {
        var calls = spans.Where(span => span.Text(Attributes.OperationName) == Values.Chat).ToList();
        return calls.Count == 0
            ? null
            : new ModelUse(calls[^1].Text(Attributes.RequestModel), calls.Count, Sum(Attributes.InputTokens), Sum(Attributes.OutputTokens));

        long Sum(string name) => (long)calls.Sum(call => call.Number(name) ?? 0);
    }

    private static IReadOnlyList<T> List<T>(SpanRecord? span, string name, TraceWarnings warnings) =>
        Parse(span, name, SpanJson.Read<T>, warnings) ?? [];

    private static string? Message(SpanRecord span, string name, TraceWarnings warnings) => Parse(span, name, SpanJson.TextOf, warnings);

    private static T? Parse<T>(SpanRecord? span, string name, Func<string, T> read, TraceWarnings warnings)
        where T : class
    {
        try
        {
            return span?.Text(name) is { } json ? read(json) : null;
        }
        catch (JsonException exception)
        {
            warnings.Add("bad_attribute", $"{Place(span!)}: {name} cannot be read: {exception.Message}");
            return null;
        }
    }
}
