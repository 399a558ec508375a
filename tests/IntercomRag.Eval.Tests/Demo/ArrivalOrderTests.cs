using System.Globalization;
using System.Text;
using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Replay;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Demo;

/// <summary>
/// A sync reads articles side by side, and authors edit them for years: what is found and quoted must depend on what the articles say, never on the
/// order in which they arrived. Compared to the last bit, because a difference in the last bit decides a tie.
/// </summary>
public sealed class ArrivalOrderTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly PolicySet s_policies = PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies"));

    private static readonly IReadOnlyList<IndexedArticle> s_articles =
    [
        .. DemoSet.Articles.Articles
            .SelectMany(article => article.Contents.Where(content => content.State == ArticleState.Published), (article, content) =>
                IndexEntry.Build(article, content, new CollectionTree(DemoSet.Articles.Collections)))
            .Where(article => article.Chunks.Count > 0),
    ];

    private static readonly IReadOnlyList<RecordedConversation> s_conversations = [.. DemoSet.Conversations, FollowUp(
        "Comment mettre en place le code à six chiffres pour me connecter ?",
        "Avec la double authentification, vous saisissez un code à six chiffres après votre mot de passe.",
        "Et si je perds mon téléphone ?")];

    private static readonly Lazy<Task<IReadOnlyList<string>>> s_inOrder = new(() => AnswerAsync(log => PutAsync(log, s_articles)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Answers_ArticlesInAnotherOrder_AreTheSame(int seed) =>
        await ShouldBeTheSameAsync(log => PutAsync(log, Shuffle(s_articles, new Random(seed))));

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Answers_AfterEditsAndRemovals_AreThoseOfAFreshIndex(int seed) => await ShouldBeTheSameAsync(async log =>
    {
        var random = new Random(seed);

        // Each article was another one before: its words, and some of no article that is left, are in the index's memory.
        foreach (var (article, former) in Shuffle(s_articles, random).Zip(Shuffle(s_articles, random)))
        {
            await log.ReplaceAsync(former with { Card = former.Card with { Key = article.Card.Key } }, Cancel);
        }

        foreach (var question in s_conversations)
        {
            var key = new ArticleKey("gone-" + question.Id, question.Locale!);
            await log.ReplaceAsync(s_articles[0] with { Card = s_articles[0].Card with { Key = key, Title = question.Turns[^1].Text } }, Cancel);
            await log.RemoveAsync(key, Cancel);
        }

        foreach (var article in Shuffle(s_articles, random))
        {
            if (random.Next(2) == 0)
            {
                await log.RemoveAsync(article.Card.Key, Cancel);
            }

            await log.ReplaceAsync(article, Cancel);
        }
    });

    private static async Task ShouldBeTheSameAsync(Func<ChangeLog, Task> fill)
    {
        var expected = await s_inOrder.Value;
        var actual = await AnswerAsync(fill);
        s_conversations.Zip(expected, actual)
            .Where(answer => answer.Second != answer.Third)
            .Select(answer => $"{answer.First.Id}\n{answer.Second}\n{answer.Third}")
            .ShouldBeEmpty();
    }

    private static async Task PutAsync(ChangeLog log, IEnumerable<IndexedArticle> articles)
    {
        foreach (var article in articles)
        {
            await log.ReplaceAsync(article, Cancel);
        }
    }

    /// <summary>For every recorded conversation all that was found, and the quotation.</summary>
    private static async Task<IReadOnlyList<string>> AnswerAsync(Func<ChangeLog, Task> fill)
    {
        var log = new ChangeLog();
        await fill(log);
        using var words = new LiveWordIndex(log);
        var retriever = new Retriever(words, log, s_policies);
        var answers = new List<string>();
        foreach (var recorded in s_conversations)
        {
            var turn = TurnOf(recorded);
            var evidence = await retriever.RetrieveAsync(turn, recorded.Locale!, Cancel);
            var quoted = evidence.Articles.Take(1).SelectMany(article => Quoter.Quote(AskedQuestion.Of(turn, evidence), article.Passages));
            answers.Add(Describe(evidence, quoted.SelectMany(block => block.Text.Lines)));
        }

        return answers;
    }

    private static string Describe(Evidence evidence, IEnumerable<string> quotation)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{evidence.Language} {evidence.Features.Probability:R} {evidence.Features.Coverage:R} {evidence.Confidence:R}\n");
        text.AppendJoin(' ', evidence.Terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Key}={term.Value:R}"))).Append('\n');
        foreach (var article in evidence.Articles)
        {
            var passages = article.Passages.Select(passage => string.Create(CultureInfo.InvariantCulture, $"{passage.Chunk.Ordinal}={passage.Score:R}"));
            text.Append(CultureInfo.InvariantCulture, $"{article.Article.Key} {article.Score:R} {string.Join(' ', passages)}\n");
        }

        return text.AppendJoin('\n', quotation).ToString();
    }

    private static RecordedConversation FollowUp(string question, string reply, string followUp) => new(
        "follow-up", null, "fr", RecordedContact.Unknown,
        [
            new RecordedTurn(AuthorKind.Customer, question, HasAttachments: false),
            new RecordedTurn(AuthorKind.Assistant, reply, HasAttachments: false),
            new RecordedTurn(AuthorKind.Customer, followUp, HasAttachments: false),
        ],
        null, null, null, "here");

    private static Turn TurnOf(RecordedConversation recorded) => TurnLoader.Create(
        new SubjectKey("demo", recorded.Id), ReplayConversation.Create(recorded), ReplayConversation.Customer(recorded), ConversationMemory.Empty, historyLimit: 15);

    private static IndexedArticle[] Shuffle(IEnumerable<IndexedArticle> articles, Random random)
    {
        var shuffled = articles.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
