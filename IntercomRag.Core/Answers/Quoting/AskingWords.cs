using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>
/// Words that ask for something that has a form of its own. "29 €" answers « tarif » without saying it, and "within 14 days" answers "deadline":
/// a unit that has the form has the word.
/// </summary>
internal static class AskingWords
{
    public static readonly IReadOnlySet<string> None = new HashSet<string>();

    private static readonly IReadOnlySet<string> s_price = Analyzed("prix tarif tarifs coût coûts coûte coûtent coûter montant frais price prices pricing cost costs fee fees");
    private static readonly IReadOnlySet<string> s_time = Analyzed("délai délais durée date dates horaire heures temps longtemps deadline time date duration long hours");

    /// <summary>Analysed.</summary>
    public static IReadOnlySet<string> Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Price => s_price,
        QuestionKind.Time => s_time,
        _ => None,
    };

    private static HashSet<string> Analyzed(string words) => [.. TextAnalyzer.Analyze(words)];
}
