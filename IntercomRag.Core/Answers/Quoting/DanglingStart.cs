using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>Sentences that point back to the one before, and cannot be understood alone.</summary>
internal static partial class DanglingStart
{
    public static bool Is(string sentence) => PointsBack().IsMatch(TextAnalyzer.Fold(sentence));

    // "This takes two days.", « Cela prend deux jours. », "However, …". « Il faut », « C'est possible », "It is possible" point nowhere.
    [GeneratedRegex(
        @"^\W*(" +
        @"(this|that|these|those|they|them|their|he|she|his|her|its|such|both|otherwise|however|therefore|thus|hence|also|then|but|and|or|so|instead|in that case|in this case|in both cases|if so|if not|similarly|likewise|moreover|furthermore|additionally|in addition|for example|for instance)\b|" +
        @"it\b(?! (is|was|may be|might be) (also )?(possible|necessary|important|required|recommended|advisable|best|worth|not possible))|" +
        @"(cela|ceci|ca|ce|cet|cette|ces|celui|celle|ceux|celles|ils|elles?|leurs?|lui|y|toutefois|cependant|neanmoins|pourtant|mais|et|ou|or|donc|ainsi|sinon|ensuite|puis|aussi|de meme|de plus|en outre|par ailleurs|en effet|en revanche|dans ce cas|dans le cas contraire|par exemple|a defaut|si c'est le cas)\b|" +
        @"il\b(?! (faut|est|y a|suffit|convient|existe|s'agit|vous|n'est pas (possible|necessaire)|n'y a|n'existe))" +
        @")")]
    private static partial Regex PointsBack();
}
