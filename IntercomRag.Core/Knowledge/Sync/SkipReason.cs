namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>Why a language of an article is not in the index.</summary>
public enum SkipReason
{
    Draft,

    /// <summary>For a selected group of people, which a bot cannot check.</summary>
    Restricted,

    /// <summary>Published without any text.</summary>
    Empty,

    /// <summary>Its elements are nested deeper than <see cref="Html.NestingDepth.Deepest"/>: parsing it would hold up every other article.</summary>
    TooDeep,
}
