using System.Text.RegularExpressions;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Eval.Recording;

/// <summary>
/// Makes a recorded conversation of one that happened: up to the customer's last word before a human first answered, or to the last word at all. What came next
/// is the proposed label: a human who sent an article answered with it; one who wrote without an article had to, which is a handover; where only the assistant
/// spoke, the articles that it sent stand to be judged. Pure.
/// </summary>
internal static partial class ConversationRecorder
{
    private const string Source = "recorded";

    /// <summary>Null when there is nothing to learn from: no word of the customer's, or nobody answered.</summary>
    public static RecordedLine? Record(Conversation conversation, CustomerProfile customer)
    {
        var messages = conversation.PublicMessages.Where(message => message.Author.Kind != AuthorKind.OtherBot).ToList();
        var human = messages.FindIndex(message => message.Author.Kind == AuthorKind.Agent);
        var last = messages.FindLastIndex(
            human < 0 ? messages.Count - 1 : human, message => message.Author.Kind == AuthorKind.Customer);
        var reply = human < 0 ? messages.Skip(last + 1).FirstOrDefault(message => message.Author.Kind == AuthorKind.Assistant) : messages[human];
        if (last < 0 || reply is null)
        {
            return null;
        }

        var names = messages.Select(message => message.Author).Where(author => author.IsPerson).Select(author => author.Name).Append(customer.Name).Distinct().ToList();
        var question = string.Join('\n', messages.Take(last + 1).Where(message => message.Author.Kind == AuthorKind.Customer).Select(message => message.Text));
        var articles = ArticleAddress().Matches(reply.Text).Select(match => match.Groups[1].Value).Distinct().ToList();
        return new RecordedLine(
            $"{Source}-{conversation.Id}",
            conversation.Id,
            LanguageDetector.Detect(question),
            new RecordedLine.ContactPart(CodeName.Of(customer.Role), customer.Segments),
            [.. messages.Take(last + 1).Select(message => new RecordedLine.TurnPart(RoleOf(message.Author.Kind), Redact(message.Text), message.HasAttachments ? 1 : 0))],
            new RecordedLine.GoldPart(articles.Count > 0 || reply.Author.Kind == AuthorKind.Assistant ? "answer" : "escalate", articles, Redact(reply.Text)),
            Source,
            Proposed: true);

        string Redact(string text) => Redactor.Redact(text, names);
    }

    private static string RoleOf(AuthorKind author) => author switch
    {
        AuthorKind.Customer => "user",
        AuthorKind.Agent => "agent",
        _ => "bot",
    };

    // https://help.tandem.example/fr/articles/1204-annuler-une-reservation
    [GeneratedRegex(@"https?://[^\s/]+/(?:[A-Za-z-]+/)?articles/(\d+)")]
    private static partial Regex ArticleAddress();
}
