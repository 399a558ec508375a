using System.Security.Cryptography;
using System.Text;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>
/// The signature of a webhook: HMAC-SHA1 over the raw body, keyed with the app's client secret as UTF-8.
/// <c>X-Hub-Signature: sha1=0c13ce2de083e9b90a64d83621778a5028fe67cd</c>
/// </summary>
/// <remarks>
/// The algorithm is Intercom's choice. It covers neither time nor a nonce, so a replayed body is recognised by its notification id.
/// </remarks>
public static class WebhookSignature
{
    public const string Header = "X-Hub-Signature";

    private const string Prefix = "sha1=";
    private const int Length = 45;

    /// <summary>The header value for <paramref name="body"/>: <c>sha1=</c> and 40 lower-case hex digits.</summary>
    public static string Compute(ReadOnlySpan<byte> body, string clientSecret)
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Intercom signs with SHA-1; HMAC does not rest on its collision resistance.
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(clientSecret), body, hash);
#pragma warning restore CA5350
        return Prefix + Convert.ToHexStringLower(hash);
    }

    /// <summary>
    /// Whether <paramref name="header"/> is exactly what <see cref="Compute"/> gives. Takes the same time wherever they differ.
    /// </summary>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, string clientSecret)
    {
        if (header is not { Length: Length })
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(header),
            Encoding.ASCII.GetBytes(Compute(body, clientSecret)));
    }
}
