using System.Text;
using System.Text.Json.Nodes;
using IntercomRag.Core.Intercom.Webhooks;
using IntercomRag.Testing.Webhooks;

namespace IntercomRag.Benchmarks.Webhook;

/// <summary>Different events of a busy workspace: customers' messages mostly, teammates' acts, some edited articles.</summary>
internal static class SignedEvents
{
    public const string ClientSecret = "benchmark-client-secret";

    private const int Conversations = 500;
    private static long s_parts = 37358121213;

    /// <summary>Made and signed beforehand, so that the sender's own work does not show.</summary>
    public static IReadOnlyList<SignedEvent> Create(int count) => [.. Enumerable.Range(0, count).Select(CreateOne)];

    private static SignedEvent CreateOne(int index)
    {
        var part = $"{Interlocked.Increment(ref s_parts)}";
        var webhook = (index % 10) switch
        {
            < 6 => OfConversation("conversation.user.replied", index, WebhookSamples.Part("lead", WebhookSamples.ContactId, id: part)),
            < 9 => OfConversation("conversation.admin.replied", index, WebhookSamples.Part("admin", WebhookSamples.TeammateId, id: part)),
            _ => WebhookSamples.Event("article.updated"),
        };
        var body = Encoding.UTF8.GetBytes(webhook.ToJsonString());
        return new SignedEvent(body, WebhookSignature.Compute(body, ClientSecret));
    }

    private static JsonObject OfConversation(string topic, int index, JsonObject part)
    {
        var conversation = WebhookSamples.Conversation(part);
        conversation["id"] = $"{215472621200000 + (index * 7 % Conversations)}";
        return WebhookSamples.Envelope(topic, conversation);
    }
}
