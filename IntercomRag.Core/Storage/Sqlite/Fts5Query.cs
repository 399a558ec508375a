namespace IntercomRag.Core.Storage.Sqlite;

/// <summary>Writes expressions of FTS5's query language. Terms are strings in quotes: nothing in them acts as an operator.</summary>
internal static class Fts5Query
{
    /// <summary><c>scope : ("fr/0") AND {title headings body} : ("annul" OR "reserv")</c></summary>
    public static string AnyOf(IEnumerable<string> terms, IEnumerable<string> scopes) =>
        $"scope : ({Or(scopes)}) AND {{title headings body}} : ({Or(terms)})";

    private static string Or(IEnumerable<string> terms) => string.Join(" OR ", terms.Select(Quote));

    // A NUL would end the whole expression early.
    private static string Quote(string term) =>
        $"\"{term.Replace("\0", "", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
