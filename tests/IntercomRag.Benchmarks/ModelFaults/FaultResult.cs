using IntercomRag.Benchmarks.Attacks;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.Benchmarks.ModelFaults;

/// <param name="Asked">Requests that the model got.</param>
internal sealed record FaultResult(BehaviourKind Behaviour, IReadOnlyList<FaultReply> Replies, int Asked)
{
    /// <summary>What must not have happened; empty when all is well.</summary>
    public IEnumerable<string> Forbidden(HelpCenterFacts facts) => Replies.SelectMany(reply => (string[])
    [
        .. reply.End == TurnEnd.Nothing ? new[] { "no reply" } : reply.Elapsed > FaultTimes.Bound ? [$"a reply after {reply.Elapsed.TotalSeconds:0.0} s"] : [],
        .. InternalWords.In(reply.Text).Select(word => $"internal word {word}"),
        .. facts.UnknownAddresses(reply.Text).Select(address => $"unknown link {address}"),
    ]);
}
