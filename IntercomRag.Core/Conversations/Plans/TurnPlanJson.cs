using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>
/// A plan as it is stored: <c>{"triggerId":"31","askedAt":"…","messages":2,"decision":{"action":"Answer",…},"steps":[{"kind":"reply",…}],"memory":{…}}</c>.
/// </summary>
internal static class TurnPlanJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(TurnPlan plan) => JsonSerializer.Serialize(plan, s_options);

    /// <exception cref="JsonException">It is no plan of this version.</exception>
    public static TurnPlan Read(string json) =>
        JsonSerializer.Deserialize<TurnPlan>(json, s_options) ?? throw new JsonException("The plan is null.");
}
