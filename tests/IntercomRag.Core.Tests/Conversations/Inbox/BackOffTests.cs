using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

public sealed class BackOffTests
{
    private static readonly InboxOptions Options = new() { RetryDelay = TimeSpan.FromSeconds(2), RetryCap = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(4, 32)]
    [InlineData(5, 60)]
    [InlineData(5000, 60)]
    public void After_FailuresInARow_DoublesUpToTheCap(int failures, double seconds) =>
        new BackOff(Options, () => 0).After(failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0.5, 45)]
    [InlineData(1, 30)]
    public void After_Random_ShortensByUpToHalf(double random, double seconds) =>
        new BackOff(Options, () => random).After(10).ShouldBe(TimeSpan.FromSeconds(seconds));
}
