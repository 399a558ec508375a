using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Web;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>
/// The description has an object; live answers of page-numbered lists have an address, of which only the query is used:
/// <code>
/// "next":{"page":2,"starting_after":"WzE3NjgwMzE3OTMwMDBd"}
/// "next":"https://api.intercom.io/articles?per_page=25&amp;page=2"
/// </code>
/// </summary>
internal sealed class NextPageConverter : JsonConverter<NextPage>
{
    public override NextPage? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return FromAddress(reader.GetString()!);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an address, an object or null was expected");
        }

        int? page = null;
        string? startingAfter = null;
        while (Nested.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "page":
                    page = Nested.Read<int?>(ref reader, options, ".page");
                    break;
                case "starting_after":
                    startingAfter = Nested.Read<string?>(ref reader, options, ".starting_after");
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new NextPage(page, startingAfter);
    }

    public override void Write(Utf8JsonWriter writer, NextPage value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Pages are only read.");

    private static NextPage FromAddress(string address)
    {
        var query = HttpUtility.ParseQueryString(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        int? page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new NextPage(page, query["starting_after"]);
    }
}
