using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Models.Structure;

/// <summary>
/// Finds the JSON in what models send where nothing holds them to it:
/// <code>
/// &lt;think&gt;The customer wants {"intent": …}&lt;/think&gt;
/// Sure! Here is the answer:
/// ```json
/// {"answerable": true, "sentences": []}
/// ```
/// Let me know if you need more.
/// </code>
/// </summary>
internal static partial class AnswerText
{
    // Each try may read to the end of the text, and an answer has one object.
    private const int MostTries = 20;

    private static readonly JsonReaderOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <returns>The objects of the text that are not inside of others, in their order.</returns>
    public static IEnumerable<JsonElement> Objects(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(Thoughts().Replace(text, ""));
        var from = 0;
        for (var tries = 0; tries < MostTries && IndexOfObject(bytes, from) is >= 0 and var start; tries++)
        {
            if (TryRead(bytes, start, out var length) is { } json)
            {
                yield return json;
                from = start + length;
            }
            else
            {
                from = start + 1;
            }
        }
    }

    private static int IndexOfObject(byte[] bytes, int from) => Array.IndexOf(bytes, (byte)'{', from);

    private static JsonElement? TryRead(byte[] bytes, int start, out int length)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(start), s_lenient);
        try
        {
            var value = JsonElement.ParseValue(ref reader);
            length = (int)reader.BytesConsumed;
            return value;
        }
        catch (JsonException)
        {
            length = 0;
            return null;
        }
    }

    // Reasoning models behind servers that do not know them think aloud.
    [GeneratedRegex("<think>.*?</think>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Thoughts();
}
