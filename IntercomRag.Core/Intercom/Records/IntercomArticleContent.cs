namespace IntercomRag.Core.Intercom.Records;

/// <summary>An article in one language.</summary>
public sealed record IntercomArticleContent
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>HTML.</summary>
    public string? Body { get; init; }

    public string? AuthorId { get; init; }

    /// <summary><c>published</c> or <c>draft</c>, independent of the other languages.</summary>
    public string? State { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? Url { get; init; }
}
