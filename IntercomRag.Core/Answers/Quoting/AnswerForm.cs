using System.Text.RegularExpressions;
using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>Whether a unit has the form that a kind of question wants.</summary>
internal static partial class AnswerForm
{
    public static bool Fits(QuestionKind kind, Unit unit) => kind switch
    {
        QuestionKind.Procedure => unit.Step is not null || (unit.Announces && Procedure().IsMatch(Folded(unit))),
        QuestionKind.Price => Money().IsMatch(Folded(unit)),
        QuestionKind.Amount => unit.Text.Any(char.IsDigit) || NumberWord().IsMatch(Folded(unit)),
        QuestionKind.Time => Time().IsMatch(Folded(unit)),
        QuestionKind.Definition => unit.Kind == BlockKind.Paragraph && Defines().IsMatch(Folded(unit)),
        _ => false,
    };

    private static string Folded(Unit unit) => TextAnalyzer.Fold(unit.Text);

    // "To export the members:", « Pour exporter les membres : », "Follow these steps:".
    [GeneratedRegex(@"^(to|pour)\b|\b(steps?|etapes?)\b")]
    private static partial Regex Procedure();

    [GeneratedRegex(@"[€$£%]|\b(eur|euros?|usd|dollars?|gbp|pounds?|chf|free|gratuite?s?)\b")]
    private static partial Regex Money();

    [GeneratedRegex(
        @"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|free|unlimited|" +
        @"deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|quinze|gratuite?s?|illimitee?s?)\b")]
    private static partial Regex NumberWord();

    [GeneratedRegex(
        @"\b(minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|annees?|(19|20)\d\d|\d+ ?h|\d ?[ap]m|" +
        @"immediately|instantly|immediatement|aussitot|" +
        @"january|february|march|april|june|july|august|september|october|november|december|" +
        @"janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre)\b")]
    private static partial Regex Time();

    // "A credit pack is …", « Le carnet est … »: the verb stands near the beginning.
    [GeneratedRegex(
        @"^(\S+ ){1,8}?(is|are|means|stands for|refers to|consists of|lets you|allows you|" +
        @"est|sont|designent?|signifie|correspond(ent)? a|consiste|permet(tent)?)\b")]
    private static partial Regex Defines();
}
