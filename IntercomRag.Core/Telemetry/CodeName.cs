using System.Text.Json;

namespace IntercomRag.Core.Telemetry;

/// <summary>The written form of codes in traces, notes and policies: <c>HumanRequest</c> is <c>human_request</c>.</summary>
public static class CodeName
{
    public static string Of<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>The code with that written form, whatever its case; null when there is none.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        foreach (var code in Enum.GetValues<T>())
        {
            if (Of(code).Equals(text?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return code;
            }
        }

        return null;
    }
}
