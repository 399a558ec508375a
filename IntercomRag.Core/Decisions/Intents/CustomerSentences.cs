using System.Text.RegularExpressions;

namespace IntercomRag.Core.Decisions.Intents;

/// <summary>
/// Cuts a message into the sentences that the customer says in their own name. Unlike an article's, they need not start with a capital.
/// </summary>
internal static partial class CustomerSentences
{
    /// <summary>
    /// Sentences of a message, as written. What stands in quotation marks, or behind <c>&gt;</c> as in an e-mail, somebody else said:
    /// <c>Un membre m'écrit « je veux être remboursé ». Que répondre ?</c> gives <c>Un membre m'écrit</c> and <c>Que répondre ?</c>.
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var own = QuotedLine().Replace(Quotation().Replace(text, " "), " ");
        var sentences = Sentences(own);

        // A message that is nothing but a quotation is the customer's own after all.
        return sentences.Count > 0 ? sentences : Sentences(text);
    }

    /// <summary>
    /// A sentence as a whole, then its parts between commas that could stand alone: what a customer wants often comes last, after all that has
    /// happened so far.
    /// </summary>
    public static IEnumerable<string> Clauses(string sentence)
    {
        yield return sentence;
        var clauses = sentence.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var clause in clauses.Where(clause => clauses.Length > 1 && clause.Count(char.IsWhiteSpace) >= 2))
        {
            yield return clause;
        }
    }

    private static List<string> Sentences(string text) =>
        [.. End().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Any(char.IsLetterOrDigit))];

    // Three words at least: shorter ones are names of buttons and error messages.
    [GeneratedRegex("""«\s*\S+\s+\S+\s+[^«»]*»|“\S+\s+\S+\s+[^“”]*”|"[^"\s]+\s+[^"\s]+\s+[^"]*"|(?<=:\s?)'[^']{12,}'""")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^\s*>.*$", RegexOptions.Multiline)]
    private static partial Regex QuotedLine();

    // "19.90" and "v2.1" go on; "?!" stays with its sentence, for its marks tell something.
    [GeneratedRegex(@"(?<=[.!?;…])\s+|\n+")]
    private static partial Regex End();
}
