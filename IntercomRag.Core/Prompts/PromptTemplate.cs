using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Prompts;

/// <summary>A text with places in braces: <c>You are the assistant of {company}.</c> Other braces, as in a sample of JSON, are text.</summary>
public sealed partial class PromptTemplate
{
    private static readonly Dictionary<string, PromptPlace> s_places =
        Enum.GetValues<PromptPlace>().ToDictionary(NameOf, StringComparer.Ordinal);

    private readonly string _text;

    /// <exception cref="FormatException">A place has a name that nobody knows.</exception>
    public PromptTemplate(string text)
    {
        _text = text;
        var names = Place().Matches(text).Select(match => match.Groups["name"].Value).ToList();
        if (names.Find(name => !s_places.ContainsKey(name)) is { } unknown)
        {
            throw new FormatException($"nothing fills the place {{{unknown}}}; there are {string.Join(", ", s_places.Keys.Select(name => $"{{{name}}}"))}.");
        }

        Places = names.Select(name => s_places[name]).ToHashSet();
    }

    public IReadOnlySet<PromptPlace> Places { get; }

    /// <summary>Fills all places at once, so that no value can open a place of its own.</summary>
    public string Fill(Func<PromptPlace, string> valueOf) => Place().Replace(_text, match => valueOf(s_places[match.Groups["name"].Value]));

    internal static string NameOf(PromptPlace place) => JsonNamingPolicy.CamelCase.ConvertName(place.ToString());

    internal bool Contains(string text) => _text.Contains(text, StringComparison.Ordinal);

    [GeneratedRegex(@"\{(?<name>\p{L}\w*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
