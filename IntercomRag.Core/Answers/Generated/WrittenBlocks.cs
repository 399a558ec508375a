using System.Globalization;
using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;

namespace IntercomRag.Core.Answers.Generated;

/// <summary>Puts written sentences into paragraphs and lists.</summary>
internal static class WrittenBlocks
{
    /// <param name="first">What stands for the source of a block that says nothing.</param>
    public static IReadOnlyList<AnswerBlock> Of(IReadOnlyList<WrittenSentence> sentences, PassageHit first)
    {
        var blocks = new List<AnswerBlock>();
        var run = new List<WrittenSentence>();
        foreach (var sentence in sentences)
        {
            if (run.Count > 0 && !Joins(run[^1], sentence))
            {
                blocks.Add(Block(run, first));
                run = [];
            }

            run.Add(sentence);
        }

        return run.Count == 0 ? blocks : [.. blocks, Block(run, first)];
    }

    // A line that leads to a list is a paragraph's last; steps and bullets are lists of their own.
    private static bool Joins(WrittenSentence sentence, WrittenSentence next) =>
        (sentence.Item is null) == (next.Item is null) && (sentence.Item?.Number is null) == (next.Item?.Number is null);

    private static AnswerBlock Block(List<WrittenSentence> run, PassageHit first)
    {
        var text = run[0].Item is { } item
            ? new TextBlock(BlockKind.List, [.. run.Select((sentence, i) => (item.Number is null ? "- " : string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ")) + sentence.Text)])
            : new TextBlock(BlockKind.Paragraph, [string.Join(' ', run.Select(sentence => sentence.Text))]);
        var source = run.SelectMany(sentence => sentence.Support).Select(citation => citation.Passage).FirstOrDefault(first);
        return new AnswerBlock(text, source) { Written = [.. run] };
    }
}
