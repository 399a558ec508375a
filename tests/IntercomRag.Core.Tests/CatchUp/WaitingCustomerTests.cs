using System.Text.Json;
using IntercomRag.Core.CatchUp;
using IntercomRag.Core.Intercom.Json;
using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.Tests.CatchUp;

public sealed class WaitingCustomerTests
{
    [Theory]
    [InlineData("""{"id":"8","open":true,"waiting_since":100,"statistics":{"last_contact_reply_at":200,"last_admin_reply_at":150}}""", 200)]
    [InlineData("""{"id":"8","open":true,"waiting_since":100,"statistics":{"last_contact_reply_at":200,"last_admin_reply_at":null}}""", 200)]
    [InlineData("""{"id":"8","open":true,"waiting_since":null,"statistics":{"last_contact_reply_at":200,"last_admin_reply_at":199}}""", 200)]
    [InlineData("""{"id":"8","open":true,"waiting_since":200,"statistics":{"last_contact_reply_at":200,"last_admin_reply_at":200}}""", 200)]
    [InlineData("""{"id":"8","open":true,"waiting_since":100,"updated_at":300,"statistics":null}""", 300)]
    [InlineData("""{"id":"8","open":true,"waiting_since":100,"updated_at":300,"statistics":{"last_contact_reply_at":null}}""", 300)]
    [InlineData("""{"id":"8","open":true,"waiting_since":100}""", 100)]
    [InlineData("""{"id":"8","open":true,"statistics":{"last_contact_reply_at":"1970-01-01T00:03:20.000Z"}}""", 200)]
    public void In_CustomerHasTheLastWord_IsWaiting(string conversation, long wroteAt) =>
        In(conversation).ShouldBe(new WaitingCustomer("8", DateTimeOffset.FromUnixTimeSeconds(wroteAt)));

    [Theory]
    [InlineData("""{"id":"8","open":true,"waiting_since":null,"statistics":{"last_contact_reply_at":200,"last_admin_reply_at":201}}""")]
    [InlineData("""{"id":"8","open":true,"waiting_since":null,"statistics":{"last_contact_reply_at":200,"last_admin_reply_at":200}}""")]
    [InlineData("""{"id":"8","open":true,"waiting_since":null,"statistics":{"last_contact_reply_at":null,"last_admin_reply_at":200}}""")]
    [InlineData("""{"id":"8","open":true,"waiting_since":null,"statistics":null}""")]
    [InlineData("""{"id":"8","open":false,"waiting_since":100,"statistics":{"last_contact_reply_at":200}}""")]
    [InlineData("""{"id":"8"}""")]
    public void In_NobodyWaits_IsNull(string conversation) => In(conversation).ShouldBeNull();

    private static WaitingCustomer? In(string conversation) =>
        WaitingCustomer.In(JsonSerializer.Deserialize<IntercomConversation>(conversation, IntercomJson.Options)!);
}
