using System.Collections;

namespace SampleService;

/// <summary>What a service sees of its surroundings.</summary>
internal sealed record ProcessDescription(int Id, string Folder, IReadOnlyDictionary<string, string> Variables)
{
    public static IReadOnlyDictionary<string, string> ReadVariables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
