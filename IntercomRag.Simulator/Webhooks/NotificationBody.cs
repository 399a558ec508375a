using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>The bytes of a notification and their signature.</summary>
internal static class NotificationBody
{
    // Accents go out as they are, not as \u00e9: a receiver that signs anything but the raw bytes then fails here too.
    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sample: <c>{"type":"notification_event","app_id":"demo","data":{"type":"notification_event_data","item":{…}},"id":"notif_…","topic":"…",…}</c>.</summary>
    public static byte[] Write(Notification notification, DateTimeOffset firstSentAt)
    {
        var envelope = new JsonObject
        {
            ["type"] = "notification_event",
            ["app_id"] = notification.AppId,
            ["data"] = new JsonObject { ["type"] = "notification_event_data", ["item"] = notification.Item.DeepClone() },
            ["links"] = new JsonObject(),
            ["id"] = notification.Id,
            ["topic"] = notification.Topic,
            ["delivery_status"] = notification.Id is null ? null : "pending",
            ["delivery_attempts"] = notification.Attempt,
            ["delivered_at"] = 0,
            ["first_sent_at"] = firstSentAt.ToUnixTimeSeconds(),
            ["created_at"] = notification.CreatedAt.ToUnixTimeSeconds(),
            ["self"] = null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(envelope, JsonOptions);
    }

    /// <summary>The value of <c>X-Hub-Signature</c>: <c>sha1=</c> and 40 lower-case hexadecimal digits over exactly these bytes.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string clientSecret)
    {
#pragma warning disable CA5350 // Intercom signs with SHA-1.
        var digest = HMACSHA1.HashData(Encoding.UTF8.GetBytes(clientSecret), body);
#pragma warning restore CA5350
        return string.Create(CultureInfo.InvariantCulture, $"sha1={Convert.ToHexStringLower(digest)}");
    }
}
