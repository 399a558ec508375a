using System.Text.Json;

namespace IntercomRag.Simulator.Tests.Support;

/// <summary>A webhook as it came in.</summary>
public sealed record ReceivedWebhook(byte[] Body, string Signature, JsonElement Json, DateTimeOffset At)
{
    public string Topic => Json.Text("topic");

    public string? Id => Json.At("id").GetString();

    public JsonElement Item => Json.At("data.item");

    public JsonElement Parts => Item.At("conversation_parts.conversation_parts");
}
