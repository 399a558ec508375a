using System.Diagnostics;
using System.Net;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing.Webhooks;

namespace IntercomRag.Api.Tests.Webhooks;

public sealed class WebhookRoutingTests : IDisposable
{
    // After a question with its mark, as the sample has it.
    private static readonly BurstWindow s_messages =
        new(TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(12)) { FurtherQuiet = TimeSpan.FromSeconds(3), Growth = TimeSpan.FromSeconds(0.5) };

    private static readonly BurstWindow s_articles = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    private readonly ApiFactory _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("conversation.user.created")]
    [InlineData("conversation.user.replied")]
    public async Task Post_CustomerMessage_WaitsForTheBurst(string topic)
    {
        var (status, text) = await PostAsync(topic);

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe("""{"status":"queued"}""");
        var (item, window) = _api.Conversations.Stored.ShouldHaveSingleItem();
        item.Subject.ShouldBe(new SubjectKey(WebhookSamples.Workspace, WebhookSamples.ConversationId));
        item.Topic.ShouldBe(topic);
        item.ReceivedAt.ShouldBe(_api.Time.GetUtcNow());
        item.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1768031793));
        window.ShouldBe(s_messages);
        _api.Articles.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("conversation.admin.replied")]
    [InlineData("conversation.admin.single.created")]
    [InlineData("conversation.admin.noted")]
    [InlineData("conversation.admin.assigned")]
    [InlineData("conversation.admin.open.assigned")]
    [InlineData("conversation.admin.opened")]
    [InlineData("conversation.admin.closed")]
    [InlineData("conversation.admin.snoozed")]
    [InlineData("conversation.admin.unsnoozed")]
    [InlineData("conversation.operator.replied")]
    [InlineData("conversation.rating.added")]
    [InlineData("conversation.priority.updated")]
    [InlineData("conversation_part.tag.created")]
    [InlineData("conversation.deleted")]
    public async Task Post_ChangeOfConversation_IsDueAtOnce(string topic)
    {
        var (status, text) = await PostAsync(topic);

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe("""{"status":"queued"}""");
        var (item, window) = _api.Conversations.Stored.ShouldHaveSingleItem();
        item.Subject.ShouldBe(new SubjectKey(WebhookSamples.Workspace, WebhookSamples.ConversationId));
        window.ShouldBe(BurstWindow.None);
        _api.Articles.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("article.created")]
    [InlineData("article.updated")]
    [InlineData("article.published")]
    [InlineData("article.unpublished")]
    [InlineData("article.deleted")]
    public async Task Post_Article_GoesToTheArticlesInbox(string topic)
    {
        var (status, text) = await PostAsync(topic);

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe("""{"status":"queued"}""");
        var (item, window) = _api.Articles.Stored.ShouldHaveSingleItem();
        item.Subject.ShouldBe(new SubjectKey(WebhookSamples.Workspace, WebhookSamples.ArticleId));
        window.ShouldBe(s_articles);
        _api.Conversations.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ping", "ping")]
    [InlineData("conversation.read", "unused_topic")]
    [InlineData("conversation.contact.attached", "unused_topic")]
    [InlineData("conversation_part.redacted", "unused_topic")]
    [InlineData("contact.user.created", "unused_topic")]
    [InlineData("contact.user.tag.created", "unused_topic")]
    [InlineData("ticket.created", "unused_topic")]
    [InlineData("topic.of.a.later.version", "unused_topic")]
    public async Task Post_OtherTopic_IsAcknowledgedAndIgnored(string topic, string reason)
    {
        var (status, text) = await PostAsync(topic);

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe($$"""{"status":"ignored","reason":"{{reason}}"}""");
        _api.Conversations.Stored.ShouldBeEmpty();
        _api.Articles.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_OwnReplyComingBack_IsIgnored()
    {
        using var client = _api.CreateClient();
        var echo = WebhookSamples.Envelope(
            "conversation.admin.replied", WebhookSamples.Conversation(WebhookSamples.Part("admin", WebhookSamples.BotAdminId)));

        using var response = await client.SendSignedAsync(echo);

        (await response.TextAsync()).ShouldBe("""{"status":"ignored","reason":"own_part"}""");
        _api.Conversations.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_SameNotificationAgain_IsADuplicate()
    {
        using var client = _api.CreateClient();
        var webhook = WebhookSamples.Event("conversation.admin.replied");
        using var first = await client.SendSignedAsync(webhook);
        webhook["delivery_attempts"] = 2;

        using var second = await client.SendSignedAsync(webhook);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.TextAsync()).ShouldBe("""{"status":"duplicate"}""");
        _api.Conversations.Stored.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_SameMessageUnderAnotherNotification_IsADuplicate()
    {
        using var client = _api.CreateClient();
        using var first = await client.SendSignedAsync(WebhookSamples.Event("conversation.user.replied"));

        using var second = await client.SendSignedAsync(WebhookSamples.Event("conversation.user.replied"));

        (await second.TextAsync()).ShouldBe("""{"status":"duplicate"}""");
        _api.Conversations.Stored.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_WithTraceParent_StoresTheTrace()
    {
        using var client = _api.CreateClient();
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var response = await client.SendSignedAsync(WebhookSamples.Event("conversation.user.created"));

        var traceParent = _api.Conversations.Stored.ShouldHaveSingleItem().Item.TraceParent;
        ActivityContext.TryParse(traceParent, null, out var context).ShouldBeTrue();
        context.TraceId.ToHexString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        context.SpanId.ToHexString().ShouldNotBe("b7ad6b7169203331");
    }

    [Fact]
    public async Task Post_AnyTopic_LogsNoWords()
    {
        foreach (var topic in new[] { "conversation.user.created", "conversation.admin.noted", "article.updated", "contact.user.created", "ping" })
        {
            await PostAsync(topic);
        }

        _api.Logs.Entries.ShouldContain(entry => entry.Message.Contains("conversation.user.created"));
        _api.Logs.Entries.ShouldNotContain(entry => entry.Message.Contains("samedi") || entry.Message.Contains(ApiFactory.ClientSecret));
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string topic)
    {
        using var client = _api.CreateClient();
        using var response = await client.SendSignedAsync(WebhookSamples.Event(topic));
        return (response.StatusCode, await response.TextAsync());
    }
}
