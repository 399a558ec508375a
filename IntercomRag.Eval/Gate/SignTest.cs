namespace IntercomRag.Eval.Gate;

/// <summary>
/// The exact sign test on discordant pairs: were changes for better and worse equally likely, how likely would so many be for the worse?
/// </summary>
public static class SignTest
{
    /// <summary>One-sided: the chance of <paramref name="worse"/> or more heads among all changes of a fair coin. 1 without a change.</summary>
    public static double PValue(int worse, int better)
    {
        var n = worse + better;
        var tail = 0.0;
        for (var k = worse; k <= n; k++)
        {
            tail += Math.Exp(LogChoose(n, k) - (n * Math.Log(2)));
        }

        return Math.Min(1, tail);
    }

    private static double LogChoose(int n, int k)
    {
        var sum = 0.0;
        for (var i = 1; i <= k; i++)
        {
            sum += Math.Log(n - k + i) - Math.Log(i);
        }

        return sum;
    }
}
