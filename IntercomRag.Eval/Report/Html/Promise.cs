using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report.Html;

/// <summary>A measure that no conversation may fail, and what it promises.</summary>
public sealed record Promise(string Metric, string Kept)
{
    public static IReadOnlyList<Promise> All { get; } =
    [
        new(HumanFirstEvaluator.Name, "No word after a human has spoken"),
        new(LinksKnownEvaluator.Name, "No link that is not a published article"),
        new(PublishedOnlyEvaluator.Name, "No draft and no article for others"),
        new(PersonalDataEvaluator.Name, "No personal data in a span"),
    ];

    /// <summary>Conversations measured, and those that broke it.</summary>
    public (int Measured, int Broken) CountIn(IReadOnlyList<ConversationResult> conversations)
    {
        var judged = conversations.Select(conversation => conversation.Measures.GetValueOrDefault(Metric)?.Passed).OfType<bool>().ToList();
        return (judged.Count, judged.Count(kept => !kept));
    }
}
