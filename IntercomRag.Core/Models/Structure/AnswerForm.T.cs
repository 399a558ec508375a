using System.Text.Json;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Structure;

/// <summary>The form of a record.</summary>
internal sealed class AnswerForm<T> : AnswerForm
    where T : class
{
    // What OpenAI's strict mode asks of a schema.
    private static readonly AIJsonSchemaCreateOptions s_strict = new()
    {
        TransformOptions = new()
        {
            ConvertBooleanSchemas = true,
            DisallowAdditionalProperties = true,
            MoveDefaultKeywordToDescription = true,
            RequireAllProperties = true,
        },
    };

    private AnswerForm()
        : base(ChatResponseFormat.ForJsonSchema(
            AIJsonUtilities.CreateJsonSchema(typeof(T), serializerOptions: ModelJson.Options, inferenceOptions: s_strict),
            JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name)))
    {
    }

    public static AnswerForm<T> Instance { get; } = new();

    public override bool CanRead(ChatResponse response) => Read(response) is not null;

    /// <returns>Null when the answer is cut off, withheld by a filter, or not in this form.</returns>
    public static T? Read(ChatResponse response) =>
        response.FinishReason == ChatFinishReason.Length || response.FinishReason == ChatFinishReason.ContentFilter
            ? null
            : AnswerText.Objects(response.Text).Select(TryRead).FirstOrDefault(value => value is not null);

    private static T? TryRead(JsonElement json)
    {
        try
        {
            return json.Deserialize<T>(ModelJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
