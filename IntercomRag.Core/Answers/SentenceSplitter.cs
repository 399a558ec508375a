using System.Text.RegularExpressions;

namespace IntercomRag.Core.Answers;

/// <summary>Cuts a paragraph into sentences. "p. ex. 3.5 Go" stays whole: a sentence ends at a mark that a capital follows.</summary>
public static partial class SentenceSplitter
{
    public static IReadOnlyList<string> Split(string paragraph) =>
        [.. End().Split(paragraph).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    // Not behind an initial or a usual abbreviation: "M. Roy", "e.g. Visa", « cf. Factures ».
    [GeneratedRegex(@"(?<=[.!?…][»""”)]?)(?<!\b(?i:\p{L}|MM|Mr|Mrs|Ms|Mme|Mlle|Dr|St|art|cf|ex|vs|tel|tél)\.)\s+(?=[\p{Lu}«""“(])")]
    private static partial Regex End();
}
