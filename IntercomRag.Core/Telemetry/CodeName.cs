using System.Text.Json;

namespace IntercomRag.Core.Telemetry;

/// <summary>The written form of codes in traces, notes and policies: <c>HumanRequest</c> is <c>human_request</c>.</summary>
public static class CodeName
{
    public static string Of<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
