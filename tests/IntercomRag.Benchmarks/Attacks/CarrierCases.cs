using IntercomRag.Eval.Articles;

namespace IntercomRag.Benchmarks.Attacks;

/// <param name="Articles">The Help Center that is asked.</param>
internal sealed record CarrierCases(ArticleSource Articles, IReadOnlyList<AttackCase> Cases);
