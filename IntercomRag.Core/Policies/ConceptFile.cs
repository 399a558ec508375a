using IntercomRag.Core.Decisions.Intents;

namespace IntercomRag.Core.Policies;

/// <summary>Reads <c>policies/concepts.json</c>: <c>{ "give back": "refund* rembours* reimburs*" }</c>, words of every language together.</summary>
internal static class ConceptFile
{
    /// <exception cref="PolicyException">The file is missing or wrong.</exception>
    public static Concepts Read(string path)
    {
        var file = PolicyReader.ReadFile<Dictionary<string, string>>(path);
        try
        {
            return new Concepts(file.ToDictionary(
                concept => concept.Key, concept => concept.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable()));
        }
        catch (FormatException exception)
        {
            throw new PolicyException($"{path}: {exception.Message}", exception);
        }
    }
}
