using System.Buffers;
using System.Text.Json;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>
/// A JSON value that knows its path, so that a wrong one can be named. Absent members read as undefined, and "optional" takes both
/// absent and null for nothing.
/// </summary>
internal readonly struct WebhookNode(string path, JsonElement value)
{
    private const int IdentifierLength = 128;

    private static readonly SearchValues<char> s_identifierCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private bool IsNothing => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A member of an object that was checked with <see cref="ExpectObject"/> or <see cref="OptionalObject"/>.</summary>
    public WebhookNode Member(string name)
    {
        try
        {
            return new WebhookNode($"{path}.{name}", value.TryGetProperty(name, out var member) ? member : default);
        }
        catch (InvalidOperationException)
        {
            throw IllFormed();
        }
    }

    public WebhookNode ExpectObject() => value.ValueKind is JsonValueKind.Object ? this : throw Unexpected("an object");

    public WebhookNode? OptionalObject() => IsNothing ? null : ExpectObject();

    public IEnumerable<WebhookNode> OptionalItems()
    {
        if (IsNothing)
        {
            return [];
        }

        var list = path;
        return value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().Select((element, index) => new WebhookNode($"{list}[{index}]", element))
            : throw Unexpected("an array");
    }

    public void ExpectText(string expected)
    {
        if (value.ValueKind is not JsonValueKind.String || Text() != expected)
        {
            throw Unexpected($"\"{expected}\"");
        }
    }

    public string? OptionalText() => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => Text(),
        _ => throw Unexpected("a string"),
    };

    /// <summary>A text that nothing depends on: null also for anything that is none.</summary>
    public string? TextOrNothing()
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member of what may be anything: nothing, when it is no object.</summary>
    public WebhookNode MemberOrNothing(string name) => value.ValueKind is JsonValueKind.Object ? Member(name) : new WebhookNode(path, default);

    /// <summary>
    /// An id or a topic. Ids come as strings or as numbers, depending on the field and the version. The characters are limited
    /// because ids become parts of storage keys.
    /// </summary>
    public string Identifier()
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Text(),
            JsonValueKind.Number when value.TryGetInt64(out _) => value.GetRawText(),
            _ => "",
        };
        return text.Length is > 0 and <= IdentifierLength && !text.AsSpan().ContainsAnyExcept(s_identifierCharacters)
            ? text
            : throw Unexpected($"an identifier (a whole number, or 1 to {IdentifierLength} letters, digits, '-', '_' or '.')");
    }

    public string? OptionalIdentifier() => IsNothing ? null : Identifier();

    /// <summary>Unix seconds (envelopes; items since 2.15) or ISO 8601 (contacts, articles).</summary>
    public DateTimeOffset Timestamp()
    {
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds)
            && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var time)
            ? time
            : throw Unexpected("a time in Unix seconds or as ISO 8601");
    }

    private string Text()
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw IllFormed();
        }
    }

    /// <summary>The document is only checked for well-formed Unicode where a text is read, by this exception.</summary>
    private WebhookFormatException IllFormed() => Unexpected("well-formed Unicode");

    private WebhookFormatException Unexpected(string expected) => new(path, $"{expected}, found {Found()}");

    private string Found() => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
