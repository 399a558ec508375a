namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The pauses between tries of the same items.</summary>
/// <param name="random">Between 0 and 1; a test gives its own.</param>
internal sealed class BackOff(InboxOptions options, Func<double> random)
{
    /// <param name="failures">Failures in a row before this one.</param>
    public TimeSpan After(int failures)
    {
        var longest = Math.Min(options.RetryCap.Ticks, options.RetryDelay.Ticks * Math.Pow(2, failures));
        return TimeSpan.FromTicks((long)(longest * (1 - (random() / 2))));
    }
}
