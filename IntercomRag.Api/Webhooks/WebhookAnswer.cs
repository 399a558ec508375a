using System.Text.Json.Serialization;

namespace IntercomRag.Api.Webhooks;

/// <summary>Body of a 200: <c>{"status":"queued"}</c>, <c>{"status":"duplicate"}</c> or <c>{"status":"ignored","reason":"own_part"}</c>.</summary>
public sealed record WebhookAnswer(
    string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    public static WebhookAnswer Queued { get; } = new("queued");

    public static WebhookAnswer Duplicate { get; } = new("duplicate");

    public static WebhookAnswer Ignored(string reason) => new("ignored", reason);
}
