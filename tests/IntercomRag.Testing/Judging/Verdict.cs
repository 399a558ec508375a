namespace IntercomRag.Testing.Judging;

/// <param name="Messages">What customers wrote.</param>
/// <param name="Crossed">For each public part or assignment that crossed a human's: how long before it the human's was there; negative when after.</param>
public sealed record Verdict(
    int Messages,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<TimeSpan> Crossed,
    IReadOnlyList<ReplyTime> ReplyTimes)
{
    public int Count(Promise promise) => Violations.Count(violation => violation.Promise == promise);
}
