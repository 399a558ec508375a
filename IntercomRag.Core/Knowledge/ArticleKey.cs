namespace IntercomRag.Core.Knowledge;

/// <summary>One language of one article: the unit that is published, hashed and replaced.</summary>
public readonly record struct ArticleKey(string ArticleId, string Locale)
{
    /// <summary>A customer who writes French is answered from <c>fr</c> and from <c>fr-CA</c>.</summary>
    public string Language => Locale.Split('-', '_')[0];

    public override string ToString() => $"{ArticleId}/{Locale}";
}
