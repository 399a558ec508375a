using System.Globalization;
using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest;

/// <summary>
/// One page of a list with page numbers. A page past the end is empty, which clients rely on to stop.
/// </summary>
/// <param name="Pages">
/// <c>{"type":"pages","next":"https://api.intercom.io/articles?page=2&amp;per_page=25","page":1,"per_page":25,"total_pages":3}</c>: next is
/// an absolute address, as captured, although the description says object.
/// </param>
internal sealed record NumberedPage<T>(IReadOnlyList<T> Items, int TotalCount, JsonObject Pages)
{
    private const int MaxPerPage = 250;

    public static NumberedPage<T> Of(IReadOnlyList<T> all, HttpRequest request, IntercomCall call, int defaultPerPage)
    {
        var number = Number(request, "page", otherwise: 1, int.MaxValue / MaxPerPage);
        var size = Number(request, "per_page", defaultPerPage, MaxPerPage);
        var total = (all.Count + size - 1) / size;
        var next = number < total ? $"{call.BaseUrl}{request.Path}?page={number + 1}&per_page={size}" : null;
        var pages = new JsonObject
        {
            ["type"] = "pages",
            ["next"] = next,
            ["page"] = number,
            ["per_page"] = size,
            ["total_pages"] = Math.Max(1, total),
        };
        return new NumberedPage<T>([.. all.Skip((number - 1) * size).Take(size)], all.Count, pages);
    }

    private static int Number(HttpRequest request, string name, int otherwise, int most)
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw WorkspaceException.Invalid(name, $"{name} must be a number from 1 to {most}");
    }
}
