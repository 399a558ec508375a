using System.Globalization;
using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest;

/// <summary>One page of a list with cursors, newest first.</summary>
/// <param name="Pages"><c>{"type":"pages","page":1,"next":{"page":2,"starting_after":"Wz…"},"per_page":20,"total_pages":3}</c>.</param>
internal sealed record CursorPage<T>(IReadOnlyList<T> Items, int TotalCount, JsonObject Pages)
{
    private const int MaxPerPage = 150;

    public static CursorPage<T> Of(
        IEnumerable<T> all, Func<T, DateTimeOffset> time, Func<T, string> id, string? startingAfter, string? perPage, int defaultPerPage)
    {
        var after = Cursor.Parse(startingAfter);
        var size = SizeOf(perPage, defaultPerPage);
        var ordered = all.Select(item => (Key: time(item).ToUnixTimeMilliseconds(), Id: id(item), Item: item))
            .OrderByDescending(row => row.Key)
            .ThenByDescending(row => row.Id, StringComparer.Ordinal)
            .ToList();
        var rest = after is null ? ordered : ordered.Where(row => after.Precedes(row.Key, row.Id)).ToList();
        var page = rest.Take(size).ToList();
        var number = after?.Page ?? 1;
        var pages = new JsonObject
        {
            ["type"] = "pages",
            ["page"] = number,
            ["next"] = rest.Count > size
                ? new JsonObject { ["page"] = number + 1, ["starting_after"] = new Cursor(page[^1].Key, page[^1].Id, number + 1).ToString() }
                : null,
            ["per_page"] = size,
            ["total_pages"] = Math.Max(1, (ordered.Count + size - 1) / size),
        };
        return new CursorPage<T>([.. page.Select(row => row.Item)], ordered.Count, pages);
    }

    private static int SizeOf(string? perPage, int defaultPerPage)
    {
        if (perPage is null)
        {
            return defaultPerPage;
        }

        return int.TryParse(perPage, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxPerPage
            ? size
            : throw WorkspaceException.Invalid("per_page", $"per_page must be a number from 1 to {MaxPerPage}");
    }
}
