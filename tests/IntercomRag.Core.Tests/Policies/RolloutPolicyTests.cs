using System.Globalization;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Tests.Policies;

public sealed class RolloutPolicyTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(25, 200, 300)]
    [InlineData(100, 1000, 1000)]
    public void Includes_ThousandContacts_ServesAboutTheShare(int percent, int least, int most)
    {
        var policy = new RolloutPolicy(percent);

        var served = Enumerable.Range(0, 1000).Count(i => policy.Includes(i.ToString(CultureInfo.InvariantCulture)));

        served.ShouldBeInRange(least, most);
    }

    [Fact]
    public void Includes_HigherShare_KeepsWhoWasServedBefore()
    {
        var contacts = Enumerable.Range(0, 1000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();

        var before = contacts.Where(new RolloutPolicy(20).Includes);

        before.ShouldAllBe(contact => new RolloutPolicy(30).Includes(contact));
    }
}
