using System.Text.Json;

namespace IntercomRag.ModelStub.Behaviours;

/// <summary>Behaviours as requests and settings write them: <c>rate_limited</c>.</summary>
internal static class BehaviourNames
{
    private static readonly Dictionary<string, BehaviourKind> s_kinds =
        Enum.GetValues<BehaviourKind>().ToDictionary(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()), StringComparer.OrdinalIgnoreCase);

    public static string All => string.Join(", ", s_kinds.Keys);

    public static BehaviourKind? Find(string? name) => name is not null && s_kinds.TryGetValue(name, out var kind) ? kind : null;
}
