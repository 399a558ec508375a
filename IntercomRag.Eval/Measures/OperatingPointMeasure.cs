namespace IntercomRag.Eval.Measures;

/// <summary>
/// At the threshold in use: <c>abstention.answered</c>, the share of answerable and unanswerable questions that were answered, and
/// <c>abstention.answered_wrong</c>, the share of those whose first article is not right.
/// </summary>
public sealed class OperatingPointMeasure : ISetMeasure
{
    private const string Answered = "abstention.answered";
    private const string AnsweredWrong = "abstention.answered_wrong";

    public IReadOnlyCollection<string> Names { get; } = [Answered, AnsweredWrong];

    public IEnumerable<SetMeasure> Of(IReadOnlyList<JudgedTurn> turns)
    {
        var known = turns.Where(turn => turn.IsFirstRight is not null).Select(turn => (turn.Turn.HasAnswered, Right: turn.IsFirstRight!.Value)).ToArray();
        if (known.Length == 0)
        {
            yield break;
        }

        yield return new SetMeasure(Answered, known.Length, counts => Share(counts, _ => true, turn => turn.HasAnswered));
        yield return new SetMeasure(AnsweredWrong, known.Length, counts => Share(counts, turn => turn.HasAnswered, turn => !turn.Right));

        double? Share(int[] counts, Func<(bool HasAnswered, bool Right), bool> among, Func<(bool HasAnswered, bool Right), bool> which)
        {
            var (all, some) = (0, 0);
            for (var i = 0; i < known.Length; i++)
            {
                if (among(known[i]))
                {
                    all += counts[i];
                    some += which(known[i]) ? counts[i] : 0;
                }
            }

            return all == 0 ? null : (double)some / all;
        }
    }
}
