using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Answers;

/// <summary>Puts a decision into words, in the customer's language and tone.</summary>
public sealed class ReplyComposer(PolicySet policies, IAnswerer answerer, AnswerCheck check)
{
    /// <summary>Titles offered when a short question could mean several articles.</summary>
    private const int Choices = 3;

    public async Task<Composition> ComposeAsync(
        Turn turn,
        TurnUnderstanding understanding,
        Decision decision,
        Evidence evidence,
        CancellationToken cancellationToken) =>
        decision.Action switch
        {
            AssistantAction.Answer => await AnswerAsync(turn, understanding, evidence, cancellationToken),
            AssistantAction.Clarify => new Composition(Clarify(turn, understanding, decision, evidence)),
            AssistantAction.Offer => new Composition(Offer(turn, understanding, decision)),
            AssistantAction.Collect => new Composition(Collect(turn, understanding, decision)),
            _ => throw new InvalidOperationException($"The action {decision.Action} has no reply of its own."),
        };

    private async Task<Composition> AnswerAsync(
        Turn turn,
        TurnUnderstanding understanding,
        Evidence evidence,
        CancellationToken cancellationToken)
    {
        var composed = await answerer.ComposeAsync(new AnswerRequest(turn, understanding, evidence), cancellationToken);
        if (composed.Draft is null || await check.CheckAsync(composed.Draft, understanding.Language, cancellationToken) is not { } answer)
        {
            return new Composition(null, composed.RuleId);
        }

        var html = Start(turn, understanding);
        if (answer.Blocks.Any(block => block.Written is null))
        {
            html.Paragraph(Introduce(understanding, evidence));
        }

        foreach (var block in answer.Blocks)
        {
            html.Block(block.Text);
        }

        if (answer.Links.Count > 0)
        {
            html.Title(Text(understanding, MessageKey.HelpfulArticles)).Links(answer.Links);
        }

        var articles = answer.Blocks.SelectMany(block => block.Sources).Select(source => source.Article.Key).Distinct();
        return new Composition(new Reply(html.ToString(), [], [.. articles], answer) { IsSuggestion = composed.IsSuggestion });
    }

    // What follows is quoted as it is written: a customer who did not expect another language should know why it is there.
    private string Introduce(TurnUnderstanding understanding, Evidence evidence) =>
        evidence is { IsTranslated: true, Language: { } language }
            ? Text(understanding, MessageKey.AnswerOtherLanguage).Replace("{language}", CultureInfo.GetCultureInfo(language).NativeName, StringComparison.Ordinal)
            : Text(understanding, MessageKey.AnswerIntro);

    private Reply Clarify(Turn turn, TurnUnderstanding understanding, Decision decision, Evidence evidence)
    {
        var html = Start(turn, understanding);
        var asksSomething = decision.Reason == Reason.TooVague && !understanding.Signals.Has(Signal.Vague);
        if (asksSomething && !evidence.IsTranslated && evidence.Articles.Count > 1 && evidence.Confidence >= policies.Assistant.Thresholds.Choice)
        {
            var titles = evidence.Articles.Take(Choices).Select(article => article.Article.Title);
            return new Reply(
                html.Paragraph(Text(understanding, MessageKey.ClarifyChoice)).ToString(),
                [.. titles.Select(NewOption)],
                [.. evidence.Articles.Take(Choices).Select(article => article.Article.Key)]);
        }

        var key = decision.Reason switch
        {
            Reason.Greeting => MessageKey.Welcome,
            Reason.AttachmentOnly => MessageKey.ClarifyAttachment,
            _ => MessageKey.Clarify,
        };
        return new Reply(html.Paragraph(Text(understanding, key)).ToString(), [], []);
    }

    private Reply Offer(Turn turn, TurnUnderstanding understanding, Decision decision)
    {
        var key = decision.Reason switch
        {
            Reason.AnswerUnhelpful => MessageKey.OfferHuman,
            Reason.OffTopic => MessageKey.OfferHumanOffTopic,
            _ => MessageKey.OfferHumanUnknown,
        };
        return new Reply(
            Start(turn, understanding).Paragraph(Text(understanding, key)).ToString(),
            [NewOption(Text(understanding, MessageKey.OptionYes)), NewOption(Text(understanding, MessageKey.OptionNo))],
            []);
    }

    private Reply Collect(Turn turn, TurnUnderstanding understanding, Decision decision)
    {
        var key = decision.Reason switch
        {
            Reason.Thanks => MessageKey.Thanks,
            Reason.OfferDeclined => MessageKey.OfferDeclined,
            Reason.OffTopic => MessageKey.OffTopic,
            _ => MessageKey.Feedback,
        };
        return new Reply(Start(turn, understanding).Paragraph(Text(understanding, key)).ToString(), [], []);
    }

    // A greeting belongs to the first words that the assistant says in a conversation, and to no later ones.
    private ReplyHtml Start(Turn turn, TurnUnderstanding understanding)
    {
        var html = new ReplyHtml();
        return understanding.Signals.Exchanges > 0 ? html : html.Paragraph(Greeting(turn, understanding));
    }

    private string Greeting(Turn turn, TurnUnderstanding understanding)
    {
        var text = Text(understanding, MessageKey.Greeting);
        return turn.Customer.FirstName is { } name
            ? text.Replace("{firstName}", name, StringComparison.Ordinal)
            : text.Replace(" {firstName}", "", StringComparison.Ordinal);
    }

    private string Text(TurnUnderstanding understanding, MessageKey key) =>
        policies.Messages.Text(understanding.Language, key, understanding.Tone);

    private static QuickReplyOption NewOption(string text) => new(Guid.NewGuid(), text);
}
