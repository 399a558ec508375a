namespace IntercomRag.Simulator.Control;

/// <param name="State"><c>published</c> or <c>draft</c>.</param>
/// <param name="Url">Null while unpublished.</param>
public sealed record ArticleContentView(
    string Locale, string Title, string Description, string BodyHtml, string State, string AuthorId, string? Url, long UpdatedAt);
