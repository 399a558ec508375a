namespace IntercomRag.Core.Retrieval.Words;

/// <summary>A title, a heading, a sentence or a line of an article.</summary>
/// <param name="Start">Of its words among the article's words.</param>
/// <param name="Length">In words.</param>
/// <param name="Passage">Position of the passage that it stands in or above; none for title and description.</param>
/// <param name="Weight">What one of its words counts for in the article.</param>
internal readonly record struct Sentence(int Start, int Length, int? Passage, float Weight)
{
    /// <summary>Title, description or heading: its words count for more than those of a text.</summary>
    public bool IsField => Weight > 1;
}
