namespace IntercomRag.Core.Intercom.Search;

/// <summary>The body of a search.</summary>
internal sealed record SearchRequest
{
    // The most that Intercom allows: fewest calls for a sweep.
    private const int PageSize = 150;

    public SearchRequest(SearchFilter query, string? startingAfter)
    {
        Query = query;
        Pagination = new Cursor(PageSize, startingAfter);
    }

    public SearchFilter Query { get; }

    public Cursor Pagination { get; }

    internal sealed record Cursor(int PerPage, string? StartingAfter);
}
