using System.Text.Json.Serialization;

namespace IntercomRag.Eval.Results;

/// <summary>A measure over many conversations: <c>{"value":0.81,"n":96,"interval":[0.73,0.88]}</c>.</summary>
/// <param name="Value">Null when no conversation could be measured.</param>
/// <param name="N">Conversations measured.</param>
/// <param name="Interval">95 %, by bootstrap over conversations with a fixed seed; null below two conversations.</param>
public sealed record MetricValue(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value,
    int N,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<double>? Interval);
