using System.Net;
using System.Text.Json.Nodes;
using IntercomRag.Core.Intercom.Webhooks;
using IntercomRag.Testing.Webhooks;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests.Webhooks;

public sealed class WebhookBadInputTests : IDisposable
{
    private readonly ApiFactory _api = new();
    private readonly HttpClient _client;

    public WebhookBadInputTests() => _client = _api.CreateClient();

    public void Dispose()
    {
        _client.Dispose();
        _api.Dispose();
    }

    public static TheoryData<string, string?> WrongSignatures()
    {
        var right = WebhookClient.Sign(Body());
        return new TheoryData<string, string?>
        {
            { "missing", null },
            { "empty", "" },
            { "no prefix", right["sha1=".Length..] },
            { "wrong prefix", "sha2=" + right["sha1=".Length..] },
            { "upper-case prefix", "SHA1=" + right["sha1=".Length..] },
            { "upper-case digits", "sha1=" + right["sha1=".Length..].ToUpperInvariant() },
            { "too short", right[..^1] },
            { "too long", right + "0" },
            { "last digit", right[..^1] + (right[^1] == '0' ? '1' : '0') },
            { "not hex", "sha1=" + new string('é', 40) },
            { "other secret", WebhookSignature.Compute(Body(), "another-secret") },
            { "empty secret", WebhookSignature.Compute(Body(), "") },
            { "another body", WebhookClient.Sign("{}"u8) },
        };
    }

    [Theory]
    [MemberData(nameof(WrongSignatures))]
    public async Task Post_WrongSignature_Answers401(string fault, string? signature)
    {
        using var response = await _client.SendAsync(Body(), signature);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, fault);
        ShouldHaveStayedCalm();
    }

    [Fact]
    public async Task Post_CutOffAtEvery100thByte_Answers400WhenSignedSoAnd401WhenSignedWhole()
    {
        var whole = Body();
        var wholeSignature = WebhookClient.Sign(whole);

        for (var length = 0; length < whole.Length; length += 100)
        {
            var cut = whole[..length];
            using var signedAsCut = await _client.SendSignedAsync(cut);
            using var signedAsWhole = await _client.SendAsync(cut, wholeSignature);

            signedAsCut.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{length} bytes");
            signedAsWhole.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{length} bytes");
        }

        whole.Length.ShouldBeGreaterThan(1500);
        ShouldHaveStayedCalm();
    }

    /// <summary>What each field of the envelope may be; every other kind of value is refused. Fields that nothing reads may be anything.</summary>
    public static TheoryData<string, string> EnvelopeFields() => new()
    {
        { "type", "" },
        { "app_id", "number" },
        { "id", "number null" },
        { "topic", "number" },
        { "created_at", "number" },
        { "data", "" },
        { "data.item", "object" },
        { "data.type", "string number boolean null array object" },
        { "links", "string number boolean null array object" },
        { "delivery_status", "string number boolean null array object" },
        { "delivery_attempts", "string number boolean null array object" },
        { "delivered_at", "string number boolean null array object" },
        { "first_sent_at", "string number boolean null array object" },
        { "self", "string number boolean null array object" },
    };

    [Theory]
    [MemberData(nameof(EnvelopeFields))]
    public async Task Post_WrongTypeInEnvelope_Answers400AndNamesTheField(string field, string accepted)
    {
        foreach (var (kind, value) in Kinds())
        {
            // A ping's item is not read further, so that only the envelope is judged here.
            var webhook = WebhookSamples.Event("ping");
            Replace(webhook, field, value());

            using var response = await _client.SendSignedAsync(webhook);

            if (accepted.Split(' ').Contains(kind))
            {
                response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{field} as {kind}");
                continue;
            }

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{field} as {kind}");
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            JsonNode.Parse(await response.TextAsync())!["detail"]!.GetValue<string>().ShouldStartWith($"$.{field}");
        }

        ShouldHaveStayedCalm();
    }

    public static TheoryData<string, string, string> ItemFields() => new()
    {
        { "conversation.user.replied", "data.item.id", "number" },
        { "conversation.user.replied", "data.item.type", "string null" },
        { "conversation.user.replied", "data.item.source", "string number boolean null array object" },
        { "conversation.user.replied", "data.item.conversation_parts", "null object" },
        { "conversation.user.replied", "data.item.conversation_parts.conversation_parts", "null array" },
        { "conversation.admin.replied", "data.item.conversation_parts.conversation_parts[0]", "object" },
        { "conversation.admin.replied", "data.item.conversation_parts.conversation_parts[0].id", "number null" },
        { "conversation.admin.replied", "data.item.conversation_parts.conversation_parts[0].body", "string number boolean null array object" },
        { "conversation.admin.replied", "data.item.conversation_parts.conversation_parts[0].author", "null object" },
        { "conversation.admin.replied", "data.item.conversation_parts.conversation_parts[0].author.id", "number null" },
        { "conversation.admin.replied", "data.item.conversation_parts.conversation_parts[0].author.type", "string null" },
        { "conversation.deleted", "data.item.conversation_id", "number" },
        { "article.updated", "data.item.id", "number" },
        { "article.updated", "data.item.updated_at", "string number boolean null array object" },
    };

    [Theory]
    [MemberData(nameof(ItemFields))]
    public async Task Post_WrongTypeInItem_Answers400OnlyForFieldsThatAreRead(string topic, string field, string accepted)
    {
        foreach (var (kind, value) in Kinds())
        {
            var webhook = WebhookSamples.Event(topic);
            Replace(webhook, field, value());

            using var response = await _client.SendSignedAsync(webhook);

            var expected = accepted.Split(' ').Contains(kind) ? HttpStatusCode.OK : HttpStatusCode.BadRequest;
            response.StatusCode.ShouldBe(expected, $"{field} as {kind}");
        }

        ShouldHaveStayedCalm();
    }

    [Theory]
    [InlineData("type")]
    [InlineData("app_id")]
    [InlineData("topic")]
    [InlineData("created_at")]
    [InlineData("data")]
    [InlineData("data.item")]
    public async Task Post_RequiredFieldAbsent_Answers400(string field)
    {
        var webhook = WebhookSamples.Event("ping");
        var (parent, name, _) = Find(webhook, field);
        parent.AsObject().Remove(name);

        using var response = await _client.SendSignedAsync(webhook);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldHaveStayedCalm();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"notification_event\"")]
    [InlineData("{} {}")]
    [InlineData("{\"type\":\"notification_event\",}")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task Post_NotANotification_Answers400(string text)
    {
        using var response = await _client.SendSignedAsync(System.Text.Encoding.UTF8.GetBytes(text));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldHaveStayedCalm();
    }

    [Fact]
    public async Task Post_InvalidUtf8_Answers400()
    {
        using var response = await _client.SendSignedAsync([.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldHaveStayedCalm();
    }

    [Fact]
    public async Task Post_NestedWithoutEnd_Answers400()
    {
        using var response = await _client.SendSignedAsync([.. Enumerable.Repeat((byte)'[', 100_000)]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldHaveStayedCalm();
    }

    [Fact]
    public async Task Post_BrokenEnvelope_QuotesNothingOfIt()
    {
        var webhook = WebhookSamples.Event("conversation.user.replied");
        webhook["app_id"] = WebhookSamples.Words;
        webhook["topic"] = WebhookSamples.Words;

        using var response = await _client.SendSignedAsync(webhook);

        (await response.TextAsync()).ShouldNotContain("samedi");
        _api.Logs.Entries.ShouldNotContain(entry => entry.Message.Contains("samedi"));
    }

    private static byte[] Body() => WebhookSamples.Event("conversation.user.replied", "notif_9108e504-998b-4afb-afd2-405cff43b99f").ToBody();

    private static IEnumerable<(string Kind, Func<JsonNode?> Value)> Kinds() =>
    [
        ("string", () => "not one of those"),
        ("number", () => 42),
        ("boolean", () => true),
        ("null", () => null),
        ("array", () => new JsonArray()),
        ("object", () => new JsonObject()),
    ];

    private static void Replace(JsonObject webhook, string field, JsonNode? value)
    {
        var (parent, name, index) = Find(webhook, field);
        if (index is { } position)
        {
            parent[position] = value;
        }
        else
        {
            parent[name] = value;
        }
    }

    /// <summary>Resolves <c>a.b[0].c</c> to the node that holds <c>c</c>.</summary>
    private static (JsonNode Parent, string Name, int? Index) Find(JsonObject webhook, string field)
    {
        var steps = field.Replace("[0]", ".0").Split('.');
        JsonNode parent = webhook;
        foreach (var step in steps[..^1])
        {
            parent = step == "0" ? parent[0]! : parent[step]!;
        }

        return (parent, steps[^1], steps[^1] == "0" ? 0 : null);
    }

    private void ShouldHaveStayedCalm()
    {
        _api.Logs.Entries.ShouldNotBeEmpty();
        _api.Logs.Entries.ShouldNotContain(entry => entry.Level >= LogLevel.Error || entry.Exception != null);
    }
}
