using System.Globalization;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Text;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>
/// <c>answers</c>: quotes the right article of every recorded question of the reference data, in several ways, and prints how often the
/// quotation holds what answers, how it compares with the reference answer and how long it is.
/// </summary>
internal static class AnswersCommand
{
    private static readonly string[] Sets = ["doc2dial", "fr_doc2dial", "service_public", "cnil", "stackfaq", "mtrag"];

    private static readonly (string Name, Func<AnswerRequest, string> Quote)[] Ways =
    [
        ("first 700", FirstCharacters),
        ("sections", WholeSections),
        ("quoter", request => Quote(request)),
    ];

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (SharedData.Missing("data") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        Console.WriteLine("set             cases way        | holds the key  recall         F1             characters");
        foreach (var set in Sets)
        {
            var cases = await AnswerCases.ReadAsync(set, cancellationToken);
            foreach (var (name, quote) in Ways)
            {
                var scores = cases.Select(item => (item.ArticleId, Score: AnswerScore.Of(quote(item.Request), item.Recorded))).ToList();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set,-15} {cases.Count,5} {name,-10} | {Mean(score => score.HasKey, "0.000")}  {Mean(score => score.Recall, "0.000")}  {Mean(score => score.F1, "0.000")}  {Mean(score => score.Length, "0")}"));

                string Mean(Func<AnswerScore, double> measure, string format) =>
                    Estimate.Of([.. scores.Select(entry => (entry.ArticleId, measure(entry.Score)))]).Show(format);
            }
        }

        return 0;
    }

    private static string FirstCharacters(AnswerRequest request)
    {
        var text = request.Evidence.Articles[0].Passages[0].Chunk.Text;
        return text[..Math.Min(text.Length, 700)];
    }

    public static string Quote(AnswerRequest request) => string.Join(
        '\n',
        Quoter.Quote(AskedQuestion.Of(request.Turn, request.Evidence), request.Evidence.Articles[0].Passages).SelectMany(block => block.Text.Lines));

    private static string WholeSections(AnswerRequest request)
    {
        var chunk = request.Evidence.Articles[0].Passages[0].Chunk;
        var asked = TextAnalyzer.AnalyzeQuery(request.Turn.Text).ToHashSet(StringComparer.Ordinal);
        var now = request.Evidence.Terms.Where(term => asked.Contains(term.Key)).ToDictionary(StringComparer.Ordinal);
        var terms = Coverage.Of(chunk.Text, now) > 0 ? now : request.Evidence.Terms;
        return string.Join('\n', WholeSectionSelector.Select(chunk, terms).Select(block => block.Text));
    }
}
