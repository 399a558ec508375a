using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest;

/// <summary>
/// The opaque <c>starting_after</c>: base64 of <c>[sort key, id, page]</c> of the last item. It holds no state, so items can repeat
/// or be missed while data changes, as in Intercom.
/// </summary>
public sealed record Cursor(long SortKey, string Id, int Page)
{
    /// <summary>Compares in the order of lists, newest first: true for what comes after this item.</summary>
    public bool Precedes(long sortKey, string id) => sortKey < SortKey || (sortKey == SortKey && string.CompareOrdinal(id, Id) < 0);

    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
            if (parts is [{ } key, { } id, { } page])
            {
                return new Cursor(
                    long.Parse(key, CultureInfo.InvariantCulture), id, int.Parse(page, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception broken) when (broken is FormatException or JsonException or OverflowException)
        {
            throw WorkspaceException.Invalid("starting_after", "starting_after is not a cursor of this endpoint");
        }

        throw WorkspaceException.Invalid("starting_after", "starting_after is not a cursor of this endpoint");
    }

    public override string ToString()
    {
        var parts = new JsonArray(
            SortKey.ToString(CultureInfo.InvariantCulture), Id, Page.ToString(CultureInfo.InvariantCulture));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(parts.ToJsonString()));
    }
}
