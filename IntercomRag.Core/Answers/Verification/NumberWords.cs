using System.Globalization;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>Writes number words as digits: "quatre-vingt-dix jours" becomes "90 jours", "twenty-one days" "21 days". Folded text in and out.</summary>
internal static partial class NumberWords
{
    private static readonly Dictionary<string, int> s_words = new(StringComparer.Ordinal)
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11,
        ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18,
        ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80,
        ["ninety"] = 90, ["hundred"] = 100, ["thousand"] = 1000,
        ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7, ["huit"] = 8, ["neuf"] = 9, ["dix"] = 10,
        ["onze"] = 11, ["douze"] = 12, ["treize"] = 13, ["quatorze"] = 14, ["quinze"] = 15, ["seize"] = 16, ["vingt"] = 20, ["vingts"] = 20,
        ["trente"] = 30, ["quarante"] = 40, ["cinquante"] = 50, ["soixante"] = 60, ["cent"] = 100, ["cents"] = 100, ["mille"] = 1000,
        ["treizieme"] = 13, ["thirteenth"] = 13, ["troisieme"] = 3, ["quatrieme"] = 4, ["cinquieme"] = 5, ["sixieme"] = 6, ["septieme"] = 7,
        ["huitieme"] = 8, ["neuvieme"] = 9, ["dixieme"] = 10, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7,
        ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
    };

    public static bool Contains(string foldedWord) => s_words.ContainsKey(foldedWord);

    public static string ToDigits(string folded)
    {
        var text = Percent().Replace(folded, " %");
        text = Half().Replace(text, "30 minutes");
        text = Hybrid().Replace(text, match => match.Groups["digits"].Value + "000");
        text = Run().Replace(text, match => IsOfNumber(match) ? Read(match.Value) : match.Value);
        return Single().Replace(text, "1 ");
    }

    // "cent" is also a coin of an English text, and "second" a unit: a lone "cents" stays.
    private static bool IsOfNumber(Match match) => match.Value is not ("cents" or "hundred" or "thousand");

    private static string Read(string words)
    {
        var (total, current) = (0, 0);
        foreach (var word in words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "and" or "et" or "un" or "une" or "one")
            {
                current += word is "and" or "et" ? 0 : 1;
                continue;
            }

            var value = s_words[word];
            if (value >= 100)
            {
                current = Math.Max(current, 1) * value;
                (total, current) = value == 1000 ? (total + current, 0) : (total, current);
            }
            else
            {
                // "quatre-vingt": four times twenty.
                current = value == 20 && current is 4 ? 80 : current + value;
            }
        }

        return (total + current).ToString(CultureInfo.InvariantCulture);
    }

    private const string Words =
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|" +
        "sixty|seventy|eighty|ninety|hundred|thousand|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|" +
        "quarante|cinquante|soixante|cents?|mille|treizieme|thirteenth|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|third|fourth|" +
        "fifth|sixth|seventh|eighth|ninth|tenth";

    [GeneratedRegex($@"\b(?:{Words})\b(?:(?:[ -]|-?et-| et | and )(?:{Words}|un|une|one)\b)*")]
    private static partial Regex Run();

    // "20 pour cent" counts no hundred.
    [GeneratedRegex(@" (?:pour|per) cent\b| percent\b")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(half an hour|(une )?demi-heure|half-hour)\b")]
    private static partial Regex Half();

    // "un" and "a" are articles, but before a unit they count. Not in a rate: "€9 a month", "20 classes a week".
    [GeneratedRegex(@"(?<![\d€$£%] |\d \p{L}+ |\b(?:times|fois|once|twice) )\b(?:an?|one|une?|1re?) (?=(?:working |business |single |seule )?(?:minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|annees?)\b)")]
    private static partial Regex Single();

    // "5 mille", "2 thousand".
    [GeneratedRegex(@"\b(?<digits>\d{1,3}) (?:mille|thousand)\b")]
    private static partial Regex Hybrid();
}
