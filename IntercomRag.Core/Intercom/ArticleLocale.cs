using System.Text.RegularExpressions;

namespace IntercomRag.Core.Intercom;

/// <summary>The language of an article in a workspace that has only one and therefore does not name it.</summary>
internal static partial class ArticleLocale
{
    /// <summary>Intercom's own default language, for an article that nothing tells the language of.</summary>
    public const string Unknown = "en";

    /// <summary><c>https://help.example.com/fr/articles/12-annuler</c> and <c>https://intercom.help/tandem/pt-BR/collections/3</c> have one; else null.</summary>
    public static string? InUrl(string? url) =>
        url is not null && Locale().Match(url) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("/([a-z]{2}(?:-[A-Z]{2})?)/(?:articles|collections)/", RegexOptions.CultureInvariant)]
    private static partial Regex Locale();
}
