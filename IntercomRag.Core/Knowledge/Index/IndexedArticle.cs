namespace IntercomRag.Core.Knowledge.Index;

/// <summary>An article with its text cut into chunks, ready to be searched.</summary>
/// <param name="Description">The article's subtitle; searched along with the headings, and no part of a passage. Null when it has none.</param>
/// <param name="ContentHash">Hash of everything that the entry was built from; the same hash means that nothing has to be done.</param>
public sealed record IndexedArticle(
    ArticleCard Card,
    string? Description,
    Audience Audience,
    string ContentHash,
    IReadOnlyList<Chunk> Chunks);
