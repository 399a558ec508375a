namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>The tables of the index file.</summary>
internal static class SqliteSchema
{
    /// <summary>Raise it with every change of the tables or of how they are filled: the file is then put aside and filled anew.</summary>
    public const int Version = 1;

    /// <summary>SQLite's <c>application_id</c> of our files ("IRKI"): a foreign database is never written to.</summary>
    public const int ApplicationId = 0x49524B49;

    /// <summary>Chunks of an article at most: a chunk's id is its article's id times this, plus its ordinal.</summary>
    public const int ChunksPerArticle = 1 << 16;

    /// <remarks>
    /// <c>passage</c> holds analysed terms separated by spaces, and nothing else: its tokenizer takes every character that a term
    /// can have as part of it. <c>scope</c> holds the locale and audience as terms, so that the filter runs inside the full-text search. <c>term</c> counts
    /// the articles with a term, so that statistics need no search; an article's row keeps its terms, to take them off again.
    /// </remarks>
    public const string Create = """
        CREATE TABLE article(
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            locale TEXT NOT NULL,
            audience INTEGER NOT NULL,
            content_hash TEXT NOT NULL,
            card TEXT NOT NULL,
            terms TEXT NOT NULL,
            UNIQUE(article_id, locale));
        CREATE INDEX article_scope ON article(locale, audience);
        CREATE TABLE chunk(id INTEGER PRIMARY KEY, heading_path TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE term(term TEXT NOT NULL, locale TEXT NOT NULL, audience INTEGER NOT NULL, articles INTEGER NOT NULL,
            PRIMARY KEY(term, locale, audience)) WITHOUT ROWID;
        CREATE TABLE sync(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE passage USING fts5(title, headings, body, scope,
            content='', contentless_delete=1, tokenize="ascii tokenchars '.@_-/'''");
        """;
}
