using IntercomRag.Core.Answers;
using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Chunking;
using IntercomRag.Core.Knowledge.Html;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Tests.Answers.Quoting;

/// <summary>Quotes hand-made articles: the way of the extractive answerer, without a search.</summary>
internal static class Quotes
{
    /// <summary>Long enough to keep a quotation from reaching over it.</summary>
    public static readonly string Filler = "<p>" + string.Join(' ', Enumerable.Repeat("Nothing about that stands here at all.", 20)) + "</p>";

    private static readonly ArticleCard Card = new(new ArticleKey("1", "en"), "The article", null, [], [], null, null, null);

    /// <summary>Passages of an article in the order that their coverage of the question gives.</summary>
    public static IReadOnlyList<PassageHit> Passages(string html, string question)
    {
        var terms = Terms(question);
        return
        [
            .. Chunker.Split(ArticleHtml.Read(html, null))
                .Select(chunk => new PassageHit(Card, chunk, Coverage(chunk)))
                .OrderByDescending(hit => hit.Score),
        ];

        double Coverage(Chunk chunk)
        {
            var present = TextAnalyzer.Analyze(string.Join('\n', [Card.Title, .. chunk.HeadingPath, chunk.Text]));
            return terms.Keys.Intersect(present).Count() / (double)terms.Count;
        }
    }

    public static IReadOnlyList<AnswerBlock> Blocks(string html, string question, string earlier = "", string replied = "")
    {
        var now = Terms(question);
        var asked = new AskedQuestion(
            QuestionReader.KindOf(question),
            now,
            Terms(earlier).Where(term => !now.ContainsKey(term.Key)).ToDictionary(),
            TextAnalyzer.AnalyzeQuery(replied).ToHashSet());
        return Quoter.Quote(asked, Passages(html, question + ' ' + earlier));
    }

    /// <summary>The quotation as a customer reads it: a block after the other, with a bar between them.</summary>
    public static string Of(string html, string question, string earlier = "", string replied = "") =>
        string.Join('|', Blocks(html, question, earlier, replied).Select(block => block.Text.Text));

    private static Dictionary<string, double> Terms(string text) =>
        text.Length == 0 ? [] : TextAnalyzer.AnalyzeQuery(text).ToDictionary(term => term, _ => 1.0);
}
