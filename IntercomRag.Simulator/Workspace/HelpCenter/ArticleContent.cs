namespace IntercomRag.Simulator.Workspace.HelpCenter;

/// <summary>An article in one language.</summary>
public sealed record ArticleContent
{
    public const string Published = "published";
    public const string Draft = "draft";

    public required string Locale { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>HTML.</summary>
    public required string Body { get; init; }

    public required string State { get; init; }

    public required string AuthorId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Address of articles that come from elsewhere; the others have one made of id and title.</summary>
    public string? Url { get; init; }

    public bool IsPublished => State == Published;
}
