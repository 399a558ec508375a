using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;
using Microsoft.Data.Sqlite;

namespace IntercomRag.Benchmarks.Search;

/// <summary>The named alternative: SQLite's FTS5 with bm25 and default weights over the same articles, on disk like ours.</summary>
internal sealed class FullTextSearch : IDisposable
{
    private readonly SqliteConnection _connection;

    public FullTextSearch(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE VIRTUAL TABLE article USING fts5(title, body, tokenize='unicode61 remove_diacritics 2')");
    }

    public void Fill(IEnumerable<IndexedArticle> articles)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO article VALUES($title, $body)";
        var title = insert.Parameters.Add("$title", SqliteType.Text);
        var body = insert.Parameters.Add("$body", SqliteType.Text);
        foreach (var article in articles)
        {
            title.Value = article.Card.Title;
            body.Value = string.Join('\n', article.Chunks.Select(chunk => chunk.Text));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public int Search(string question)
    {
        var words = TextAnalyzer.Words(question).Where(word => !StopWords.Contains(word)).Distinct().Select(word => $"\"{word}\"").ToList();
        if (words.Count == 0)
        {
            return 0;
        }

        using var search = _connection.CreateCommand();
        search.CommandText = "SELECT rowid FROM article WHERE article MATCH $query ORDER BY bm25(article) LIMIT 10";
        search.Parameters.AddWithValue("$query", string.Join(" OR ", words));
        using var reader = search.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }

        return found;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
