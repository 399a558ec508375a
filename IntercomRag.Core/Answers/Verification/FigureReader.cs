using System.Globalization;
using System.Text.RegularExpressions;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>
/// Finds the numbers of a text: <c>1 000,50 €</c>, <c>€1,000.50</c>, <c>3 working days</c>, <c>9 h 30</c>, <c>jusqu'à douze mois</c>, <c>5,5 %</c>. Digits that are
/// part of a code (<c>TD-201</c>, <c>2xx</c>) or of a version (<c>2.1.3</c>) are names, not numbers.
/// </summary>
internal static partial class FigureReader
{
    private const int MinutesOfDay = 24 * 60;

    public static IReadOnlyList<Figure> Read(string text)
    {
        var digits = NumberWords.ToDigits(PlainText.Folded(text));
        var figures = new List<Figure>();
        Match? next = null;
        foreach (var match in Pattern().Matches(digits).Reverse())
        {
            if (ReadOne(match) is { } figure)
            {
                figures.Add(next is not null && figure.Measure == Measure.Plain && Joins(digits[(match.Index + match.Length)..next.Index]) ? In(figure, next, figures[^1]) : figure);
                next = match;
            }
        }

        return figures;
    }

    // "5 to 10 working days", "3, 5 et 7 jours": the unit stands behind the last.
    private static bool Joins(string between) => between.Trim() is "to" or "a" or "and" or "et" or "or" or "ou" or "," or "-" or "puis" or "then" or "";

    private static Figure In(Figure figure, Match next, Figure following)
    {
        var factor = following.Number == 0 ? 1 : following.Value / following.Number;
        return next.Groups["clock"].Success ? figure : figure with { Value = figure.Number * factor, Measure = following.Measure };
    }

    public static bool IsUnit(string foldedWord) => foldedWord is "working" or "business" or "ouvre" or "ouvres" or "ouvrable" or "ouvrables" || Unit().IsMatch(foldedWord);

    private static Figure? ReadOne(Match match)
    {
        if (match.Groups["clock"].Success)
        {
            var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
            var minute = match.Groups["minute"] is { Success: true, Length: > 0 } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;
            hour += match.Groups["half"].Value is "pm" or "p.m." && hour < 12 ? 12 : 0;
            return hour <= 24 && minute < 60 ? new Figure(hour, (hour * 60) + minute, Measure.Clock, LimitOf(match), SideOf(match)) : null;
        }

        if (!TryRead(match.Groups["number"].Value, out var value))
        {
            return null;
        }

        var (factor, measure) = MeasureOf(match.Groups["money"].Value, match.Groups["unit"].Value.TrimEnd('.'));
        return new Figure(value, value * factor, measure, LimitOf(match), SideOf(match));
    }

    private static (decimal Factor, Measure Measure) MeasureOf(string money, string unit) => (money + unit) switch
    {
        "€" or "eur" or "euro" or "euros" => (1, Measure.Euro),
        "$" or "usd" or "dollar" or "dollars" => (1, Measure.Dollar),
        "£" or "gbp" or "pound" or "pounds" or "livre" or "livres" => (1, Measure.Pound),
        "%" or "percent" or "per cent" or "pour cent" => (1, Measure.Percent),
        "s" or "sec" or "second" or "seconds" or "seconde" or "secondes" => (1m / 60, Measure.Minutes),
        "min" or "mn" or "minute" or "minutes" => (1, Measure.Minutes),
        "h" or "hour" or "hours" or "heure" or "heures" => (60, Measure.Minutes),
        "day" or "days" or "jour" or "jours" => (MinutesOfDay, Measure.Minutes),
        "week" or "weeks" or "semaine" or "semaines" => (7 * MinutesOfDay, Measure.Minutes),
        "month" or "months" or "mois" => (1, Measure.Months),
        "year" or "years" or "an" or "ans" or "annee" or "annees" => (12, Measure.Months),
        "kb" or "ko" => (1, Measure.Bytes),
        "mb" or "mo" => (1_000, Measure.Bytes),
        "gb" or "go" => (1_000_000, Measure.Bytes),
        "px" or "pixel" or "pixels" => (1, Measure.Pixels),
        "" => (1, Measure.Plain),
        _ => (1, Measure.WorkingDays),
    };

    // "1 000", "1,000" and "1.000" are thousands, "1,5" and "1.50" are not: a separator before exactly three digits groups, another one is the point.
    private static bool TryRead(string number, out decimal value)
    {
        var plain = Grouped().IsMatch(number) ? Separator().Replace(number, "") : number;
        if (plain == number && MixedGroups().Match(number) is { Success: true } mixed)
        {
            plain = Separator().Replace(mixed.Groups["whole"].Value, "") + "." + mixed.Groups["part"].Value;
        }

        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static Limit LimitOf(Match match) =>
        match.Groups["atMost"].Success || match.Groups["mostBehind"].Success ? Limit.AtMost
        : match.Groups["atLeast"].Success || match.Groups["leastBehind"].Success ? Limit.AtLeast
        : Limit.None;

    private static Side SideOf(Match match) =>
        match.Groups["before"].Success || match.Groups["ahead"].Success ? Side.Before
        : match.Groups["after"].Success || match.Groups["later"].Success ? Side.After
        : Side.None;

    [GeneratedRegex(@"^\d{1,3}(?:[ .,]\d{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?<whole>\d{1,3}(?:[ .,]\d{3})+)[.,](?<part>\d{1,2})$")]
    private static partial Regex MixedGroups();

    [GeneratedRegex("^(seconds?|secondes?|minutes?|min|hours?|heures?|days?|jours?|weeks?|semaines?|months?|mois|years?|annees?|ans?|euros?|eur)$")]
    private static partial Regex Unit();

    [GeneratedRegex("[ .,]")]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"(?:(?<atMost>\b(?:up to|at most|maximum(?: of)?|max\.?|no more than|not more than|less than|fewer than|under|below|within|jusqu'a|jusqu'aux?|au plus|au maximum(?: de)?|maximum(?: de)?|moins de|en moins de|sous|inferieurs? a))|(?<atLeast>\b(?:at least|minimum(?: of)?|no less than|more than|above|au moins|minimum(?: de)?|plus de)))?[ ]*"
        + @"(?:(?<before>\bbefore|\bavant)|(?<after>\bafter|\bapres))?[ ]*"
        + @"(?<![\w.,:/#_-])(?:"
        + @"(?<clock>(?<hour>\d{1,2})(?::(?<minute>\d{2})(?: ?(?<half>[ap]m|[ap]\.m\.))?| ?(?<half>[ap]m|[ap]\.m\.)\b| ?h ?(?<minute>[0-5]\d)\b))"
        + @"|(?<money>[€$£])? ?(?<number>\d{1,3}(?:[ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)*)"
        + @"(?![\w]|[.:]\d)[ -]?"
        + @"(?<unit>(?:working|business|jours? ouvres?|jours? ouvrables?|seconds?|secondes?|sec|minutes?|min|mn|hours?|heures?|h|days?|jours?|weeks?|semaines?|months?|mois|years?|annees?|ans?|euros?|eur|usd|dollars?|gbp|pounds?|livres?|percent|per cent|pour cent|kb|ko|mb|mo|gb|go|px|pixels?)\b|[€$£%])?"
        + @"(?:[ ]days?)?)"
        + @"(?:[ ](?<mostBehind>at (?:the )?most|au plus|au maximum|maximum)\b|[ ](?<leastBehind>at least|au moins|minimum|or more|ou plus)\b)?"
        + @"(?:[ ](?<ahead>before|avant|ahead|earlier|plus tot)\b|[ ](?<later>after|apres|later|plus tard|following)\b)?")]
    private static partial Regex Pattern();
}
