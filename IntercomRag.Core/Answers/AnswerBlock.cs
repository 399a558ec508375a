using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers;

/// <param name="Text">In the block form of <see cref="Chunk.Text"/>.</param>
/// <param name="Source">The passage that is quoted; of a written block, the first that supports it.</param>
public sealed record AnswerBlock(TextBlock Text, PassageHit Source)
{
    /// <summary>The sentences, when a model wrote them; null for a quotation.</summary>
    public IReadOnlyList<WrittenSentence>? Written { get; init; }

    /// <summary>Passages that support its sentences.</summary>
    public IReadOnlyList<PassageHit> Sources =>
        Written is null ? [Source] : [.. Written.SelectMany(sentence => sentence.Passages).Append(Source).Distinct()];

    /// <summary>Each sentence with the places that it rests on.</summary>
    public IEnumerable<(string Text, IReadOnlyList<Citation> Support)> Sentences => Written is null
        ? Text.Lines.SelectMany(SentenceSplitter.Split).Select(sentence => (sentence, (IReadOnlyList<Citation>)[Quoted(sentence)]))
        : Written.Select(sentence => (sentence.Text, sentence.Support.Count > 0 ? sentence.Support : [new Citation(Source, 0, 0)]));

    // A heading of the passage, and a sentence that breaks over two lines, are not found letter by letter: then it is the whole passage.
    private Citation Quoted(string sentence) => Source.Chunk.Text.IndexOf(sentence, StringComparison.Ordinal) is >= 0 and var start
        ? new Citation(Source, start, start + sentence.Length)
        : new Citation(Source, 0, Source.Chunk.Text.Length);
}
