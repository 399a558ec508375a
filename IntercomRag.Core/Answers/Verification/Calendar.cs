namespace IntercomRag.Core.Answers.Verification;

/// <summary>Days of the week and months: one name in both languages, so that "lundi" stands in an article that says "Monday".</summary>
internal static class Calendar
{
    private static readonly Dictionary<string, string> s_names = new string[]
    {
        "monday mondays lundi lundis", "tuesday tuesdays mardi mardis", "wednesday wednesdays mercredi mercredis", "thursday thursdays jeudi jeudis",
        "friday fridays vendredi vendredis", "saturday saturdays samedi samedis", "sunday sundays dimanche dimanches",
        "january janvier", "february fevrier", "april avril", "june juin", "july juillet", "august aout", "september septembre", "october octobre",
        "november novembre", "december decembre", "march mars",
    }
    .SelectMany(line => line.Split(' ').Select(word => (Word: word, Name: line.Split(' ')[0])))
    .ToDictionary(entry => entry.Word, entry => "@" + entry.Name, StringComparer.Ordinal);

    /// <summary>Null for a word that names no day or month.</summary>
    public static string? Of(string foldedWord) => s_names.GetValueOrDefault(foldedWord);
}
