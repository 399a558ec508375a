namespace IntercomRag.Simulator.Control;

/// <param name="Locale">The language to change or add.</param>
/// <param name="Collection">Slug or id of the new collection, "" for none; absent leaves the article where it is.</param>
/// <param name="State">Only for new articles: <c>published</c> or <c>draft</c> (default).</param>
/// <param name="AuthorId">Only for new languages; absent is the first teammate.</param>
public sealed record ArticleRequest(
    string? Locale, string? Title, string? Description, string? BodyHtml, string? Collection, string? State, string? AuthorId);
