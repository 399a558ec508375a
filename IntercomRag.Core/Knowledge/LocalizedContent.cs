namespace IntercomRag.Core.Knowledge;

/// <summary>One language of an article.</summary>
/// <param name="Locale">Help Center locale, such as <c>en</c>, <c>fr</c> or <c>pt-BR</c>.</param>
/// <param name="Url">Null while unpublished, or when no Help Center shows it.</param>
/// <param name="AuthorName">Null when unknown.</param>
public sealed record LocalizedContent(
    string Locale,
    string Title,
    string? Description,
    string BodyHtml,
    ArticleState State,
    Uri? Url,
    string? AuthorName,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt);
