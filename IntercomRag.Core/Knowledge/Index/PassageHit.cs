namespace IntercomRag.Core.Knowledge.Index;

/// <param name="Score">Higher is better; comparable only within one answer of one index.</param>
public sealed record PassageHit(ArticleCard Article, Chunk Chunk, double Score);
