using System.Globalization;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Tests.Policies;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Office = new(
        "Europe/Paris",
        new Dictionary<DayOfWeek, string> { [DayOfWeek.Monday] = "09:00-18:00", [DayOfWeek.Friday] = "09:00-17:30" });

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", true)] // Monday, 9:00 in Paris in winter
    [InlineData("2026-11-23T07:59:59Z", false)]
    [InlineData("2026-11-23T17:00:00Z", false)] // 18:00: closed from the minute on
    [InlineData("2026-06-22T07:00:00Z", true)] // Monday, 9:00 in Paris in summer
    [InlineData("2026-11-24T10:00:00Z", false)] // Tuesday
    public void IsOpen_MomentInUtc_FollowsTheZone(string at, bool expected) =>
        Office.IsOpen(Parse(at)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-23T07:00:00Z", "2026-11-23T09:00:00+01:00")] // the same morning
    [InlineData("2026-11-23T09:00:00Z", "2026-11-27T09:00:00+01:00")] // open now: the next opening is Friday's
    [InlineData("2026-11-28T12:00:00Z", "2026-11-30T09:00:00+01:00")] // over the week-end
    public void NextOpening_Moment_IsTheNextStart(string after, string expected) =>
        Office.NextOpening(Parse(after)).ShouldBe(Parse(expected));

    [Fact]
    public void NextOpening_NoDays_IsNull() =>
        new OpeningHours("Europe/Paris", new Dictionary<DayOfWeek, string>()).NextOpening(Parse("2026-11-23T07:00:00Z")).ShouldBeNull();

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
