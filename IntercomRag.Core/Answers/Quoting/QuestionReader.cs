using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>Tells the kind of a question from the words that ask it, in French and English.</summary>
public static partial class QuestionReader
{
    public static QuestionKind KindOf(string question)
    {
        // « Qu'est-ce qu'un carnet ? » is read as "qu'est-ce qu'un carnet ?".
        var folded = TextAnalyzer.Fold(question);
        return Time().IsMatch(folded) ? QuestionKind.Time
            : Price().IsMatch(folded) ? QuestionKind.Price
            : Amount().IsMatch(folded) ? QuestionKind.Amount
            : Procedure().IsMatch(folded) ? QuestionKind.Procedure
            : Definition().IsMatch(folded) ? QuestionKind.Definition
            : QuestionKind.Other;
    }

    // "When" and « quand » also begin a condition ("when I log in, nothing happens"): they ask only in front of a verb or at the end.
    [GeneratedRegex(
        @"\b(when (do|does|did|will|would|can|could|should|is|are|am|was|were|must|has|have)|when ?\?|how (long|soon|often|fast|quickly|late|early)|what (time|date|day)|until when|deadlines?)\b|\bwhen ?\?|" +
        @"\b(c'est quand|quand (est-ce|est|sont|sera|seront|dois|doit|peut|puis|pourr|faut|aura|vais|va|commence|expire)|depuis quand|jusqu'a quand|" +
        @"combien de (temps|jours|mois|semaines|heures|minutes|annees|ans)|a quelle heure|" +
        @"quel(le)?s? (est |sont )?(les? |la |l')?(delais?|dates?|durees?|heures?|horaires?|echeances?|periodes?|frequences?)|delais?)\b|\bquand ?\?")]
    private static partial Regex Time();

    [GeneratedRegex(
        @"\b(how much (is|are|does|do|will|would)|costs?|prices?|pricing|fees?|" +
        @"combien (coute|coutent|ca coute|est-ce que ca coute|vaut|payer)|coute|coutent|couter|prix|tarifs?|" +
        @"quel(le)?s? (est |sont )?(les? |la |l')?(couts?|montants?|frais))\b")]
    private static partial Regex Price();

    [GeneratedRegex(
        @"\b(how (much|many|big|large|far|high|old)|" +
        @"what('s| is| are) (the |your |its )?(\w+ )?(rates?|amounts?|limits?|maximum|minimum|sizes?|percentages?)|" +
        @"combien|" +
        @"quel(le)?s? (est |sont )?(les? |la |l')?(taux|plafonds?|nombres?|limites?|tailles?|ages?))\b")]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"\b(how (do|does|can|could|should|would|to|will)|steps? to|ways? to|walk me through|" +
        @"comment|de quelle (maniere|facon)|quel(le)?s? (est |sont )?(les? |la )?(demarches?|etapes?|procedures?)|marche a suivre)\b")]
    private static partial Regex Procedure();

    // Without more than a few words behind it: "what is the reason why my payment failed" does not ask what something is.
    [GeneratedRegex(
        @"\bwhat('s| is| are) (an? |the )?([\w'-]+ ?){1,4}\s*(\?|$)|\b(what does .{1,60} mean|what do you mean by|meaning of|definition of|define)\b|" +
        @"\b(c'est quoi|qu'est-ce qu(e|')|qu'est ce qu(e|')|qu'(appelle|entend)|(que|ca) (signifie|veut dire)|definition)")]
    private static partial Regex Definition();
}
