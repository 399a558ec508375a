namespace IntercomRag.Core.Knowledge;

/// <summary>One language of one article: the unit that is published, hashed and replaced.</summary>
public readonly record struct ArticleKey(string ArticleId, string Locale)
{
    public override string ToString() => $"{ArticleId}/{Locale}";
}
