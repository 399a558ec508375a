using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>Decides which language the customer is answered in.</summary>
public sealed class LanguageDetector(PolicySet policies)
{
    /// <summary>
    /// The language of the burst; when its words do not tell ("ok", "2FA?"), that of the customer's earlier messages, newest first, then
    /// the profile's, then the default. Always one of the supported languages.
    /// </summary>
    public string Detect(Turn turn)
    {
        var texts = turn.Before.Where(message => message.Author.Kind == AuthorKind.Customer).Select(message => message.Text).Reverse().Prepend(turn.Text);
        foreach (var text in texts)
        {
            if (Detect(text) is { } language && IsSupported(language))
            {
                return language;
            }
        }

        var profile = turn.Customer.Language?.Split('-', '_')[0].ToLowerInvariant();
        return profile is not null && IsSupported(profile) ? profile : policies.Assistant.Languages.Default;
    }

    /// <summary>French or English by the function words that only one of them has; null when they do not tell.</summary>
    public static string? Detect(string text)
    {
        var french = 0.0;
        var english = 0.0;
        foreach (var word in TextAnalyzer.Words(text))
        {
            french += StopWords.IsFrench(word) ? 1 : 0;
            english += StopWords.IsEnglish(word) ? 1 : 0;
        }

        // Accents are worth half a word: English borrows few accented words, and phones drop them from French.
        french += text.Any(c => "éèêëàâùûîïôçœ".Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)) ? 0.5 : 0;
        return french == english ? null : french > english ? "fr" : "en";
    }

    private bool IsSupported(string language) => policies.Assistant.Languages.Supported.Contains(language);
}
