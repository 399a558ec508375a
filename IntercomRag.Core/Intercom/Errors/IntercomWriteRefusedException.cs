namespace IntercomRag.Core.Intercom.Errors;

/// <summary>
/// A write that was not carried out, for certain: the rate budget would have held it back too long, Intercom answered 429, or there was no
/// connection in time. A write that waits would act on a look that is no longer true, so whoever wants to try again looks at the
/// conversation again first.
/// </summary>
/// <param name="retryAfter">When another try makes sense, from now.</param>
/// <param name="cause">In our own words, such as <c>the rate limit is used up</c>.</param>
public sealed class IntercomWriteRefusedException(string endpoint, TimeSpan retryAfter, string cause, Exception? inner = null)
    : IntercomException(endpoint, $"{endpoint} was not sent: {cause}. It can be tried again in {retryAfter.TotalSeconds:0.0} s.", inner)
{
    public TimeSpan RetryAfter { get; } = retryAfter;

    public override bool IsTransient => true;
}
