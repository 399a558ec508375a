using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Prompts;

/// <summary>The files of <c>policies/prompts</c>.</summary>
public sealed class PromptBook
{
    private readonly Dictionary<(PromptName Name, string Language), PromptFile> _files = [];

    private PromptBook()
    {
    }

    public static PromptBook Empty { get; } = new();

    public PromptFile this[PromptName name, string language] => _files[(name, language)];

    /// <exception cref="PolicyException">A file is missing or wrong.</exception>
    public static PromptBook Read(string folder, IReadOnlyList<string> languages)
    {
        var book = new PromptBook();
        foreach (var language in languages)
        {
            foreach (var name in Enum.GetValues<PromptName>())
            {
                book._files[(name, language)] = PromptFileReader.Read(name, Path.Combine(folder, $"{CodeName.Of(name)}.{language}.md"));
            }
        }

        return book;
    }
}
