using System.Text.Json;

namespace IntercomRag.Simulator.Faults;

/// <summary>Says what is wrong with a fault setting, by its name in JSON; null when nothing is.</summary>
internal static class FaultChecks
{
    private const int LongestMs = 3_600_000;

    public static string? Probability(string name, double value) => value is >= 0 and <= 1 ? null : $"{JsonName(name)} must be from 0 to 1";

    public static string? Milliseconds(string name, int from, int to) =>
        from >= 0 && from <= to && to <= LongestMs ? null : $"{JsonName(name)} must be from 0 to {LongestMs} and not above its maximum";

    public static string? OneOf<T>(string name, T value, params IReadOnlyList<T> allowed) =>
        allowed.Contains(value) ? null : $"{JsonName(name)} must be one of {string.Join(", ", allowed)}";

    private static string JsonName(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
