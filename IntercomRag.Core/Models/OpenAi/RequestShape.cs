namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// What a server takes of what can be sent. Each begins with everything, and loses what it refuses: no list of vendors could be kept true.
/// </summary>
/// <param name="LimitField">
/// <c>max_tokens</c> first: Ollama knows no other name and would ignore one that it does not know, Mistral refuses one, and OpenAI's
/// reasoning models refuse this one and name the other.
/// </param>
/// <param name="StreamUsage"><c>stream_options</c>, by which a stream tells its usage.</param>
internal sealed record RequestShape(AnswerFormat Format, string LimitField, bool Temperature, bool StreamUsage)
{
    private const string FormerLimit = "max_tokens";
    private const string NewerLimit = "max_completion_tokens";

    // How servers call the field or what becomes of it.
    private static readonly string[] s_formatWords = ["response_format", "json_schema", "json_object", "grammar", "guided", "structured"];

    public static RequestShape Full { get; } = new(AnswerFormat.JsonSchema, FormerLimit, Temperature: true, StreamUsage: true);

    /// <returns>The shape to try next; null when the refusal is about something else.</returns>
    public RequestShape? After(ServerRefusal refusal)
    {
        if (LimitField == FormerLimit && (refusal.Parameter == FormerLimit || refusal.Names(NewerLimit)))
        {
            return this with { LimitField = NewerLimit };
        }

        if (StreamUsage && refusal.Names("stream_options"))
        {
            return this with { StreamUsage = false };
        }

        if (Temperature && refusal.Names("temperature"))
        {
            return this with { Temperature = false };
        }

        // A server that knows no such field may just say 400.
        var isAboutFormat = s_formatWords.Any(refusal.Names) || refusal is { Code: null, Parameter: null };
        return isAboutFormat && Format > AnswerFormat.Text ? this with { Format = Format - 1 } : null;
    }

    /// <summary>For the log.</summary>
    public override string ToString() => $"{Format}, {LimitField}{(Temperature ? "" : ", no temperature")}{(StreamUsage ? "" : ", no usage in streams")}";
}
