namespace IntercomRag.Core.Intercom.Json;

/// <summary>The <c>pages</c> of a list: <c>{"type":"pages","page":1,"per_page":25,"total_pages":3,"next":…}</c>.</summary>
internal sealed record PageLinks
{
    public int? TotalPages { get; init; }

    public NextPage? Next { get; init; }
}
