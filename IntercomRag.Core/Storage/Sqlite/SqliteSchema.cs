namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>The tables of the index file.</summary>
internal static class SqliteSchema
{
    /// <summary>Raise it with every change of the tables or of how they are filled: the file is then put aside and filled anew.</summary>
    public const int Version = 3;

    /// <summary>SQLite's <c>application_id</c> of our files ("IRKI"): a foreign database is never written to.</summary>
    public const int ApplicationId = 0x49524B49;

    /// <remarks>
    /// Every change of an article takes the next number of <c>state.version</c>, so that readers can ask what is new. A removed article leaves its
    /// number in <c>removed</c>. <c>state.file</c> tells one file from the next that takes its place. Live vectors that come to an article take a
    /// number too, in <c>article.vectors</c>. A vector belongs to a text, by its hash, and to the space of one model; at most one space is live.
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
            vectors INTEGER NOT NULL DEFAULT 0,
            content_hash TEXT NOT NULL,
            description TEXT,
            card TEXT NOT NULL,
            UNIQUE(article_id, locale));
        CREATE INDEX article_version ON article(version);
        CREATE INDEX article_vectors ON article(vectors);
        CREATE TABLE chunk(article INTEGER NOT NULL, ordinal INTEGER NOT NULL, heading_path TEXT NOT NULL, text TEXT NOT NULL, hash TEXT NOT NULL,
            PRIMARY KEY(article, ordinal)) WITHOUT ROWID;
        CREATE INDEX chunk_hash ON chunk(hash);
        CREATE TABLE removed(article_id TEXT NOT NULL, locale TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(article_id, locale)) WITHOUT ROWID;
        CREATE INDEX removed_version ON removed(version);
        CREATE TABLE space(id INTEGER PRIMARY KEY AUTOINCREMENT, model TEXT NOT NULL, dimensions INTEGER NOT NULL, probe BLOB NOT NULL, live INTEGER NOT NULL);
        CREATE TABLE vector(space INTEGER NOT NULL, hash TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY(space, hash));
        CREATE TABLE sync(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;
}
