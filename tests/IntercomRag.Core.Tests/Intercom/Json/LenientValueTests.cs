using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.Tests.Intercom.Json;

public sealed class LenientValueTests
{
    [Fact]
    public void Id_TextOrNumber_IsTheSame() => Prop.ForAll<DoNotSize<long>>(any =>
    {
        var id = any.Item;
        var asNumber = Read($$"""{"id":{{id.ToString(CultureInfo.InvariantCulture)}}}""").Id;
        var asText = Read($$"""{"id":"{{id.ToString(CultureInfo.InvariantCulture)}}"}""").Id;
        return asNumber == asText && asText == id.ToString(CultureInfo.InvariantCulture);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assignee_TextOrNumber_IsTheSameAndZeroIsNobody() => Prop.ForAll<DoNotSize<long>>(any =>
    {
        var id = any.Item;
        var expected = id == 0 ? null : id.ToString(CultureInfo.InvariantCulture);
        return Read($$"""{"id":1,"admin_assignee_id":{{id.ToString(CultureInfo.InvariantCulture)}}}""").AdminAssigneeId == expected
            && Read($$"""{"id":1,"admin_assignee_id":"{{id.ToString(CultureInfo.InvariantCulture)}}"}""").AdminAssigneeId == expected;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Time_UnixOrIso_IsTheSame() => Prop.ForAll<DoNotSize<uint>>(any =>
    {
        var seconds = any.Item;
        var expected = seconds == 0 ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeSeconds(seconds);
        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);
        string[] forms =
        [
            seconds.ToString(CultureInfo.InvariantCulture),
            $"\"{seconds}\"",
            $"{seconds}.0",
        ];
        string[] isoForms =
        [
            moment.ToString("\\\"yyyy-MM-ddTHH:mm:ss.fffZ\\\"", CultureInfo.InvariantCulture),
            moment.ToOffset(TimeSpan.FromHours(2)).ToString("\\\"yyyy-MM-ddTHH:mm:ss.fffzzz\\\"", CultureInfo.InvariantCulture),
        ];
        return forms.All(form => ReadTime(form) == expected) && isoForms.All(form => ReadTime(form) == moment);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("\"\"")]
    public void Time_Never_IsNull(string value) => ReadTime(value).ShouldBeNull();

    [Theory]
    [InlineData("true")]
    [InlineData("\"soon\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    public void Time_Unreadable_IsAnErrorAtItsPlace(string value)
    {
        var exception = Should.Throw<JsonException>(() => ReadTime(value));

        JsonFailure.PathOf(exception).ShouldBe("$.created_at");
        JsonFailure.CauseOf(exception).ShouldBe("Unix seconds or an ISO 8601 time was expected");
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void Flag_NullOrValue_IsRead(string value, bool expected) => Read($$"""{"id":1,"open":{{value}}}""").Open.ShouldBe(expected);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":true}""")]
    public void Id_MissingOrWrong_IsAnError(string json) => Should.Throw<JsonException>(() => Read(json));

    private static IntercomConversation Read(string json) => JsonSerializer.Deserialize<IntercomConversation>(json, IntercomJson.Options)!;

    private static DateTimeOffset? ReadTime(string value) => Read($$"""{"id":1,"created_at":{{value}}}""").CreatedAt;
}
