namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>The tables of the index file.</summary>
internal static class SqliteSchema
{
    /// <summary>Raise it with every change of the tables or of how they are filled: the file is then put aside and filled anew.</summary>
    public const int Version = 2;

    /// <summary>SQLite's <c>application_id</c> of our files ("IRKI"): a foreign database is never written to.</summary>
    public const int ApplicationId = 0x49524B49;

    /// <remarks>
    /// Every change of an article takes the next number of <c>state.version</c>, so that readers can ask what is new. A removed article leaves its
    /// number in <c>removed</c>. <c>state.file</c> tells one file from the next that takes its place.
    /// </remarks>
    public const string Create = """
        CREATE TABLE state(file TEXT NOT NULL, version INTEGER NOT NULL);
        INSERT INTO state VALUES(lower(hex(randomblob(16))), 0);
        CREATE TABLE article(
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            locale TEXT NOT NULL,
            audience INTEGER NOT NULL,
            version INTEGER NOT NULL,
            content_hash TEXT NOT NULL,
            description TEXT,
            card TEXT NOT NULL,
            UNIQUE(article_id, locale));
        CREATE INDEX article_version ON article(version);
        CREATE TABLE chunk(article INTEGER NOT NULL, ordinal INTEGER NOT NULL, heading_path TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY(article, ordinal)) WITHOUT ROWID;
        CREATE TABLE removed(article_id TEXT NOT NULL, locale TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(article_id, locale)) WITHOUT ROWID;
        CREATE INDEX removed_version ON removed(version);
        CREATE TABLE sync(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;
}
