using System.Globalization;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Api.Operator;

/// <summary>Dead letters as a table of as few columns' width as they need.</summary>
internal static class DeadLetterTable
{
    private const string Gap = "  ";

    private static readonly string[] s_titles = ["ID", "SUBJECT", "GIVEN UP AT", "ITEMS", "ATTEMPTS", "TRACE", "REASON"];

    public static void Write(IReadOnlyList<DeadLetter> letters, TextWriter output)
    {
        if (letters.Count == 0)
        {
            output.WriteLine("No dead letters.");
            return;
        }

        string[][] rows = [s_titles, .. letters.Select(Row)];
        int[] widths = [.. s_titles.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string[] Row(DeadLetter letter) =>
    [
        letter.Id,
        letter.Subject.ToString(),
        letter.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        letter.Items.Count.ToString(CultureInfo.InvariantCulture),
        letter.Attempts.ToString(CultureInfo.InvariantCulture),
        letter.TraceId ?? "-",
        letter.Reason,
    ];
}
