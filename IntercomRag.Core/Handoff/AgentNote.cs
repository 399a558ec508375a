using System.Globalization;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Handoff;

/// <summary>Notes for teammates, in the customer's language: what an agent needs to go on without asking again.</summary>
public sealed class AgentNote(PolicySet policies)
{
    /// <summary>Messages of the summary. The whole conversation stands above the note; the summary only saves scrolling.</summary>
    private const int SummaryMessages = 6;

    /// <summary>Characters of a message in the summary.</summary>
    private const int SummaryLength = 160;

    /// <summary>Articles listed.</summary>
    private const int Articles = 5;

    public string Handover(Turn turn, TurnUnderstanding understanding, Decision decision, IReadOnlyList<ArticleCard> consulted)
    {
        var reason = Text(understanding, ReasonKey(decision.Reason));
        var html = new ReplyHtml()
            .Title(Text(understanding, MessageKey.NoteTitle).Replace("{reason}", reason, StringComparison.Ordinal))
            .Bullets(
            [
                $"{Label(MessageKey.NoteReason)}{reason} ({CodeName.Of(decision.Reason)}, {decision.RuleId})",
                $"{Label(MessageKey.NotePriority)}{CodeName.Of(decision.Priority)}",
            ])
            .Title(Text(understanding, MessageKey.NoteLastQuestion))
            .Paragraph(LastQuestion(turn, decision));
        Summary(html, turn, understanding);
        Consulted(html, understanding, consulted);
        return html.Title(Text(understanding, MessageKey.NoteProfile)).Bullets(Profile(turn.Customer, understanding)).ToString();

        string Label(MessageKey key) => Text(understanding, key) + ": ";
    }

    // "Yes, talk to the team" answers our question; the customer's own is the one before.
    private static string LastQuestion(Turn turn, Decision decision) =>
        decision.Reason == Reason.OfferAccepted
            && turn.Before.LastOrDefault(message => message.Author.Kind == AuthorKind.Customer) is { } question
            ? question.Text
            : turn.Text;

    /// <summary>A draft that the assistant would have sent, for suggestion mode.</summary>
    public string Draft(Reply reply, TurnUnderstanding understanding, Decision decision)
    {
        var confidence = decision.Confidence.ToString("P0", CultureInfo.GetCultureInfo(understanding.Language));
        return new ReplyHtml().Title(Text(understanding, MessageKey.NoteDraftTitle).Replace("{confidence}", confidence, StringComparison.Ordinal))
            + reply.Html
            + Citations(reply, understanding);
    }

    // A quotation shows by itself where it comes from; what a model wrote has to be looked up.
    private string Citations(Reply reply, TurnUnderstanding understanding)
    {
        var culture = CultureInfo.GetCultureInfo(understanding.Language);
        var lines = (reply.Answer?.Blocks ?? [])
            .Where(block => block.Written is not null)
            .SelectMany(block => block.Sentences)
            .SelectMany(sentence => sentence.Support.Where(citation => citation.End > 0), (sentence, citation) => $"{Shorten(sentence.Text)} → {Describe(citation)}")
            .ToList();
        return lines.Count == 0 ? "" : new ReplyHtml().Title(Text(understanding, MessageKey.NoteCitations)).Bullets(lines).ToString();

        // "Refunds of your subscription (21/09/2026): « in full, if you ask within 30 days »"
        string Describe(Citation citation)
        {
            var article = citation.Passage.Article;
            var version = article.UpdatedAt is { } updated ? $" ({updated.ToString("d", culture)})" : "";
            return $"{article.Title}{version}: « {Shorten(citation.Passage.Chunk.Text[citation.Start..citation.End])} »";
        }
    }

    private void Summary(ReplyHtml html, Turn turn, TurnUnderstanding understanding)
    {
        var before = turn.Before.TakeLast(SummaryMessages).ToList();
        if (before.Count == 0)
        {
            return;
        }

        html.Title(Text(understanding, MessageKey.NoteSummary)).Bullets(before.Select(message =>
        {
            var author = message.Author.Kind switch
            {
                AuthorKind.Customer => MessageKey.NoteCustomer,
                AuthorKind.Agent => MessageKey.NoteAgent,
                _ => MessageKey.NoteAssistant,
            };
            return $"{Text(understanding, author)}: {Shorten(message.Text)}";
        }));
    }

    private void Consulted(ReplyHtml html, TurnUnderstanding understanding, IReadOnlyList<ArticleCard> consulted)
    {
        html.Title(Text(understanding, MessageKey.NoteArticles));
        if (consulted.Count == 0)
        {
            html.Paragraph(Text(understanding, MessageKey.NoteNone));
            return;
        }

        html.Links(consulted.Take(Articles));
    }

    private IEnumerable<string> Profile(CustomerProfile customer, TurnUnderstanding understanding)
    {
        yield return string.Join(", ", new[] { customer.Name, customer.Email, CodeName.Of(customer.Role) }.Where(text => !string.IsNullOrEmpty(text)));
        yield return $"{Text(understanding, MessageKey.NoteLanguage)}: {understanding.Language}";
        if (customer.CustomerSince is { } since)
        {
            yield return $"{Text(understanding, MessageKey.NoteSince)}: {since.ToString("d", CultureInfo.GetCultureInfo(understanding.Language))}";
        }

        foreach (var (key, values) in new[]
        {
            (MessageKey.NoteSegments, customer.Segments),
            (MessageKey.NoteTags, customer.Tags),
            (MessageKey.NoteCompanies, customer.Companies),
        })
        {
            if (values.Count > 0)
            {
                yield return $"{Text(understanding, key)}: {string.Join(", ", values)}";
            }
        }

        foreach (var (name, value) in customer.CustomAttributes)
        {
            yield return $"{name}: {value}";
        }
    }

    private static MessageKey ReasonKey(Reason reason) =>
        Enum.TryParse<MessageKey>("Reason" + reason, out var key) ? key : MessageKey.ReasonOther;

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= SummaryLength ? line : line[..SummaryLength].TrimEnd() + "…";
    }

    private string Text(TurnUnderstanding understanding, MessageKey key) => policies.Messages.Text(understanding.Language, key);
}
