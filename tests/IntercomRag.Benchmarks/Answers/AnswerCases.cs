using System.Globalization;
using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Core.Storage.Sqlite;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>Puts the questions of a data set to its articles, and hands each one to the answerer with the right article.</summary>
internal static class AnswerCases
{
    public static async Task<IReadOnlyList<AnswerCase>> ReadAsync(string set, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("answers");
        try
        {
            var index = CreateIndex(Path.Combine(folder.FullName, "knowledge.db"));
            var articles = new Dictionary<string, IndexedArticle>(StringComparer.Ordinal);
            foreach (var article in DataSet.ReadArticles(SharedData.PathTo("data", set, "articles.jsonl")))
            {
                var entry = IndexEntry.Build(article, article.Contents[0], new CollectionTree([]));
                await index.ReplaceAsync(entry, cancellationToken);
                articles[article.Id] = entry;
            }

            var cases = new List<AnswerCase>();
            var policies = PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies"));
            using var words = new LiveWordIndex(index);
            var retriever = new Retriever(words, index, policies);
            foreach (var recorded in DataSet.ReadCases(SharedData.PathTo("data", set, "conversations.jsonl"), set))
            {
                var right = recorded.ArticleIds.Where(articles.ContainsKey).Select(id => articles[id]).ToList();
                if (right.Count > 0 && recorded.Answer.Length > 0 && AnswerScore.Keys(recorded).Count > 0)
                {
                    var turn = TurnOf(recorded);
                    var evidence = await retriever.RetrieveAsync(turn, recorded.Locale, cancellationToken);
                    cases.Add(CaseOf(recorded, turn, evidence, right));
                }
            }

            return cases;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Turn TurnOf(DataSetCase recorded)
    {
        var customer = new CustomerProfile("c", CustomerRole.User, null, null, recorded.Locale, [], [], [], new Dictionary<string, string>(), null);
        var messages = recorded.Turns.Select((turn, i) => new Message(
            i.ToString(CultureInfo.InvariantCulture),
            MessageKind.Message,
            new Author(turn.IsCustomer ? AuthorKind.Customer : AuthorKind.Assistant, "a", null),
            turn.Text,
            DateTimeOffset.UnixEpoch.AddSeconds(i)));
        var conversation = new Conversation(recorded.Id, "c", true, null, null, [], [.. messages]);
        return TurnLoader.Create(new SubjectKey("data", recorded.Id), conversation, customer, ConversationMemory.Empty, historyLimit: 15);
    }

    // The passages as the search ranks them; in the order of the article where it did not find the article at all.
    private static AnswerCase CaseOf(DataSetCase recorded, Turn turn, Evidence evidence, List<IndexedArticle> right)
    {
        var found = evidence.Articles.FirstOrDefault(article => right.Exists(entry => entry.Card.Key == article.Article.Key));
        var passages = found?.Passages ?? [.. right[0].Chunks.Select(chunk => new PassageHit(right[0].Card, chunk, 0))];
        return new AnswerCase(recorded, AskedQuestion.Of(turn, evidence), evidence.Terms, passages);
    }

    private static SqliteKnowledgeIndex CreateIndex(string path)
    {
        var options = Options.Create(new SqliteIndexOptions { ConnectionString = $"Endpoint=file://{path};Key=" });
        return new SqliteKnowledgeIndex(new SqliteIndexFile(options, TimeProvider.System, NullLogger<SqliteIndexFile>.Instance));
    }
}
