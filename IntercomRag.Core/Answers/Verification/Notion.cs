namespace IntercomRag.Core.Answers.Verification;

/// <summary>A word, or a phrase that the wording knows.</summary>
/// <param name="Stem">Of a phrase, its group.</param>
/// <param name="Groups">Of words that say the same; empty for a word that is in none.</param>
internal sealed record Notion(string Stem, string[] Groups)
{
    /// <summary>Letters that two words must share from their beginning to be forms of one.</summary>
    private const int Root = 5;

    /// <summary>Letters that may differ at their ends.</summary>
    private const int Ending = 4;

    public bool Says(Notion other) =>
        Stem == other.Stem
        || (Groups.Length > 0 && other.Groups.Length > 0 && Array.Exists(Groups, group => Array.IndexOf(other.Groups, group) >= 0))
        || IsForm(Stem, other.Stem);

    private static bool IsForm(string one, string other)
    {
        if (one[0] != other[0] || one.Length < Root || other.Length < Root || Math.Abs(one.Length - other.Length) > Ending)
        {
            return false;
        }

        var shared = 0;
        while (shared < one.Length && shared < other.Length && one[shared] == other[shared])
        {
            shared++;
        }

        return shared >= Root && one.Length - shared <= Ending && other.Length - shared <= Ending;
    }
}
