using System.Diagnostics;

namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>A finished span, wherever it was read.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentSpanId">Null for a root.</param>
/// <param name="Attributes">Text, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or an array of text.</param>
/// <param name="Origin">Where it was read, for messages: <c>traces.jsonl:12</c>; empty in process.</param>
public sealed record SpanRecord(
    string TraceId,
    string SpanId,
    string? ParentSpanId,
    string Name,
    DateTimeOffset Start,
    TimeSpan Duration,
    bool IsError,
    IReadOnlyDictionary<string, object?> Attributes,
    string Origin)
{
    public static SpanRecord Of(Activity activity) => new(
        activity.TraceId.ToHexString(),
        activity.SpanId.ToHexString(),
        activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString(),
        activity.DisplayName,
        new DateTimeOffset(activity.StartTimeUtc, TimeSpan.Zero),
        activity.Duration,
        activity.Status == ActivityStatusCode.Error,
        activity.TagObjects.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => Plain(tag.Value), StringComparer.Ordinal),
        Origin: "");

    public string? Text(string name) => Attributes.GetValueOrDefault(name) as string;

    public double? Number(string name) => Attributes.GetValueOrDefault(name) switch { double number => number, long whole => whole, _ => null };

    public IReadOnlyList<string> Texts(string name) => Attributes.GetValueOrDefault(name) switch
    {
        IReadOnlyList<string> texts => texts,
        string text => [text],
        _ => [],
    };

    private static object? Plain(object? value) => value switch
    {
        int number => (long)number,
        float number => (double)number,
        _ => value,
    };
}
