using IntercomRag.Core.Decisions;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

public sealed class PhraseBookTests
{
    [Fact]
    public void Read_PhraseWithoutException_IsFound()
    {
        var reading = ShippedPolicies.Set.Phrases.Read("bonjour, I want a refund svp");

        reading.Found.ShouldContain(Signal.Refund); // the rules of both languages are asked
        reading.Excluded.ShouldNotContain(Signal.Refund);
    }

    [Fact]
    public void Read_PhraseWithException_IsExcluded()
    {
        var reading = ShippedPolicies.Set.Phrases.Read("How do I refund a member who wants a refund?");

        reading.Found.ShouldNotContain(Signal.Refund);
        reading.Excluded.ShouldContain(Signal.Refund);
    }
}
