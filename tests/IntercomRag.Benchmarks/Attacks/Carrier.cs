using IntercomRag.Eval.Articles;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>A way in which an attack comes in.</summary>
/// <param name="Prepare">From the demo Help Center and its questions: the Help Center that is asked, and what it is asked.</param>
internal sealed record Carrier(string Name, Func<ArticleSource, IReadOnlyList<DemoQuestion>, CarrierCases> Prepare)
{
    /// <summary>A reader of the article does not see it, so that nobody else may either.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A reader of the article sees it: it is what the Help Center says, whoever wrote it there.</summary>
    public bool IsPublished { get; init; }

    /// <summary>It is in nothing that the customer said, so that it must not turn the decision.</summary>
    public bool IsElsewhere { get; init; }
}
