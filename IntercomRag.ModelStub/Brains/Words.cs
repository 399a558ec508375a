using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntercomRag.ModelStub.Brains;

/// <summary>Words of a text that carry meaning, compared by their first letters: <c>factures</c> and <c>facturation</c> share <c>factu</c>.</summary>
internal static partial class Words
{
    private const int StemLength = 5;

    private static readonly HashSet<string> s_stop =
    [
        .. ("a an and any are as at be been but by can could did do does for from get had has have how if in into is it its me my no not of on or our out so "
            + "than that the their them then there they this to up us want was we were what when where which who why will with would you your "
            + "au aux avec ce ces cet cette comment dans de des du elle elles en est et etre eu il ils je la le les leur lui ma mais me mes moi mon ne nos notre nous "
            + "on ou par pas peut peux plus pour pourquoi qu quand que quel quelle quelles quels qui sa sans se ses si son sont sur ta te tes toi ton tu un une "
            + "vos votre vous y").Split(' '),
    ];

    public static IEnumerable<string> Of(string text) => Word().Matches(Fold(text)).Select(word => word.Value).Where(word => word.Length > 1 && !s_stop.Contains(word));

    public static HashSet<string> Stems(string text) => [.. Of(text).Select(word => word.Length > StemLength ? word[..StemLength] : word)];

    /// <summary>Lower case without accents.</summary>
    public static string Fold(string text) =>
        string.Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
