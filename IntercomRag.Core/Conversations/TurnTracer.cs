using System.Diagnostics;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Telemetry;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Conversations;

/// <summary>
/// Writes what a turn found out to its spans: each fact to the span of the step that found it, and what the turn came to, to the turn's own.
/// There is no second record of what happened; the console and the evaluation read this one.
/// </summary>
public sealed class TurnTracer(PolicySet policies, CapturedText captured)
{
    /// <summary>Articles whose best passage is captured as text.</summary>
    private const int CapturedPassages = 5;

    /// <summary>Passages listed of one article; long ones have dozens.</summary>
    private const int PassagesPerArticle = 3;

    public static Activity? Begin(SubjectKey conversation) => TurnTelemetry.Source.StartActivity(
        Spans.Turn,
        ActivityKind.Internal,
        parentContext: default,
        [
            new(Attributes.OperationName, Values.InvokeAgent),
            new(Attributes.ProviderName, Values.Provider),
            new(Attributes.AgentName, Values.Agent),
            new(Attributes.ConversationId, conversation.Id),
        ]);

    public static void Loaded(Turn turn) => TurnSpan?.SetTag(
        Attributes.MessageId, turn.Conversation.PublicMessages.LastOrDefault(message => message.Author.Kind == AuthorKind.Customer)?.Id);

    public TurnUnderstanding Understood(Turn turn, TurnUnderstanding understanding)
    {
        var signals = understanding.Signals;
        Activity.Current?
            .SetTag(Attributes.Tone, CodeName.Of(understanding.Tone))
            .SetTag(Attributes.Signals, signals.Shown.Select(CodeName.Of).Order(StringComparer.Ordinal).ToArray())
            .SetTag(Attributes.SignalEvidence, understanding.Evidence.Select(evidence => evidence.Code).ToArray())
            .SetTag(Attributes.Unhelpful, signals.Unhelpful)
            .SetTag(Attributes.Exchanges, signals.Exchanges)
            .SetTag(Attributes.Clarifications, signals.Clarifications)
            .SetTag(Attributes.OfferPending, signals.OfferPending)
            .SetTag(Attributes.InformativeWords, signals.InformativeWords);
        TurnSpan?
            .SetTag(Attributes.Language, understanding.Language)
            .SetTag(Attributes.BurstSize, turn.Burst.Count)
            .SetTag(Attributes.PolicyVersion, policies.Version);
        if (understanding.Opinion is { } opinion)
        {
            Opined(turn, understanding, opinion);
        }

        if (captured.IsOn)
        {
            Activity.Current?.SetTag(
                Attributes.SignalFeatures,
                understanding.Evidence.SelectMany(evidence => evidence.Features, (evidence, feature) => Capture($"{CodeName.Of(evidence.Signal)}: {feature}", turn)).ToArray());
            TurnSpan?.SetTag(Attributes.InputMessages, SpanJson.Messages("user", turn.Burst.Select(message => Capture(message.Text, turn))));
        }

        return understanding;
    }

    private void Opined(Turn turn, TurnUnderstanding understanding, ModelOpinion opinion)
    {
        var rules = understanding.Evidence.Where(evidence => evidence.ByPhrase || evidence.ByClassifier).Select(evidence => evidence.Signal).ToHashSet();
        var differences = opinion.Signals.Except(rules).Select(signal => $"+{CodeName.Of(signal)}")
            .Concat(opinion.Intent is null ? [] : rules.Except(opinion.Signals).Select(signal => $"-{CodeName.Of(signal)}"))
            .Concat(opinion.Language is { } language && language != understanding.Language ? [$"language:{language}"] : []);
        Activity.Current?
            .SetTag(Attributes.ModelIntent, opinion.Intent is { } intent ? CodeName.Of(intent) : null)
            .SetTag(Attributes.ModelSignals, opinion.Signals.Select(CodeName.Of).Order(StringComparer.Ordinal).ToArray())
            .SetTag(Attributes.ModelDisagreement, differences.Order(StringComparer.Ordinal).ToArray())
            .SetTag(Attributes.ModelFailures, opinion.Failures.ToArray());
        if (captured.IsOn && opinion.Question is { } question)
        {
            Activity.Current?.SetTag(Attributes.ModelQuestion, Capture(question, turn));
        }
    }

    public Evidence Retrieved(Turn turn, Evidence evidence)
    {
        if (Activity.Current is not { } span)
        {
            return evidence;
        }

        var documents = evidence.Articles.Select(article => new SpanDocument(
            article.Article.Key.ToString(),
            SpanJson.Round(article.Score),
            article.Article.Url?.AbsoluteUri,
            captured.IsOn ? captured.Of(article.Article.Title) : null));
        var passages = evidence.Articles.SelectMany(article => article.Passages.Take(PassagesPerArticle), (_, hit) => new SpanPassage(PassageId.Of(hit), SpanJson.Round(hit.Score)));
        span.SetTag(Attributes.OperationName, Values.Retrieval)
            .SetTag(Attributes.DataSourceId, Values.HelpCenter)
            .SetTag(Attributes.QueryTerms, evidence.Terms.Count)
            .SetTag(Attributes.Confidence, evidence.Confidence)
            .SetTag(Attributes.EvidenceLanguage, evidence.Language)
            .SetTag(Attributes.Probability, evidence.Features.Probability)
            .SetTag(Attributes.Coverage, evidence.Features.Coverage)
            .SetTag(Attributes.Documents, SpanJson.Write(documents))
            .SetTag(Attributes.Passages, SpanJson.Write(passages));
        if (captured.IsOn)
        {
            SetTexts(turn, evidence.Articles.Take(CapturedPassages).Select(article => article.Passages[0]));
        }

        return evidence;
    }

    /// <summary>What the reply says and rests on, before it is sent.</summary>
    public void Composed(Turn turn, Reply reply)
    {
        var links = ReplyText.Links(reply.Html);
        var text = ReplyText.Of(reply.Html);
        Activity.Current?
            .SetTag(Attributes.CitedArticles, reply.Articles.Select(article => article.ToString()).ToArray())
            .SetTag(Attributes.Links, links.ToArray())
            .SetTag(Attributes.ReplyLength, text.Length);
        if (reply.Answer is { } answer)
        {
            var sentences = answer.Blocks.SelectMany(block => block.Sentences).ToList();
            var citations = sentences.SelectMany((sentence, i) => sentence.Support.Select(citation => new SpanCitation(
                i, PassageId.Of(citation.Passage), citation.Passage.Article.UpdatedAt, citation.Start, citation.End)));
            Activity.Current?
                .SetTag(Attributes.Support, sentences.Select(sentence => PassageId.Of(sentence.Support[0].Passage)).ToArray())
                .SetTag(Attributes.Citations, SpanJson.Write(citations));
            if (captured.IsOn)
            {
                Activity.Current?.SetTag(Attributes.Sentences, sentences.Select(sentence => Capture(sentence.Text, turn)).ToArray());
                SetTexts(turn, answer.Blocks.SelectMany(block => block.Sources));
            }
        }
    }

    /// <summary>What was decided, also when an earlier process decided it.</summary>
    public TurnPlan Planned(Turn turn, TurnPlan plan)
    {
        TurnSpan?
            .SetTag(Attributes.Intent, CodeName.Of(plan.Decision.Intent))
            .SetTag(Attributes.Action, CodeName.Of(plan.Decision.Action))
            .SetTag(Attributes.Reason, CodeName.Of(plan.Decision.Reason))
            .SetTag(Attributes.Rule, plan.Decision.RuleId)
            .SetTag(Attributes.Priority, CodeName.Of(plan.Decision.Priority))
            .SetTag(Attributes.Confidence, plan.Decision.Confidence);
        if (captured.IsOn && plan.Steps.OfType<ReplyStep>().FirstOrDefault() is { } reply)
        {
            TurnSpan?.SetTag(Attributes.OutputMessages, SpanJson.Messages("assistant", [Capture(ReplyText.Of(reply.Html), turn)]));
        }

        return plan;
    }

    /// <summary>The span of one write to Intercom.</summary>
    /// <param name="holder">Who had the conversation when it was looked at before the write; null for the assistant.</param>
    public static Activity? BeginSend(PlanStep step, SilenceReason? holder)
    {
        var span = TurnTelemetry.Source.StartActivity(Spans.Send);
        span?.SetTag(Attributes.SendKind, KindOf(step))
            .SetTag(Attributes.SendTeam, (step as AssignStep)?.TeamId)
            .SetTag(Attributes.SendHolder, holder is { } reason ? CodeName.Of(reason) : null);
        return span;
    }

    private static string KindOf(PlanStep step) => step switch
    {
        NoteStep => NoteStep.Name,
        AssignStep => AssignStep.Name,
        ReplyStep => ReplyStep.Name,
        QuickRepliesStep => QuickRepliesStep.Name,
        TagStep => TagStep.Name,
        _ => throw new InvalidOperationException($"{step.GetType().Name} has no name in traces."),
    };

    public static void Silent(SilenceReason reason) => TurnSpan?.SetTag(Attributes.Silence, CodeName.Of(reason));

    public static void Again(TimeSpan delay) => TurnSpan?.SetTag(Attributes.AgainAfter, delay.TotalSeconds);

    private void SetTexts(Turn turn, IEnumerable<PassageHit> passages) => Activity.Current?.SetTag(
        Attributes.PassageTexts,
        SpanJson.Write(passages.DistinctBy(PassageId.Of).Select(hit => new SpanText(PassageId.Of(hit), Capture(string.Join("\n\n", [.. hit.Chunk.HeadingPath, hit.Chunk.Text]), turn)))));

    private string Capture(string text, Turn turn) => captured.Of(text, turn.People);

    private static Activity? TurnSpan
    {
        get
        {
            var span = Activity.Current;
            while (span is not null && span.OperationName != Spans.Turn)
            {
                span = span.Parent;
            }

            return span;
        }
    }
}
