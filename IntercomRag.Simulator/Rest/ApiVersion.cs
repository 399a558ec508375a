using System.Globalization;

namespace IntercomRag.Simulator.Rest;

/// <summary>A version of Intercom's API, and what changed with it as far as it touches what the Simulator answers.</summary>
/// <param name="Minor">16 for 2.16.</param>
public readonly record struct ApiVersion(int Minor)
{
    private const int Oldest = 10;
    private const int Newest = 17;

    /// <summary>Since 2.13: state, tags, event_details, app_package_code on parts, tags on articles.</summary>
    public bool HasPartDetails => Minor >= 13;

    /// <summary>Since 2.14: quick replies by admins, their metadata on parts, from_ai_agent on authors, conversation custom attributes.</summary>
    public bool HasQuickReplies => Minor >= 14;

    /// <summary>Since 2.15: webhooks carry plain text and Unix times, companies on conversations.</summary>
    public bool HasPlainTextWebhooks => Minor >= 15;

    /// <summary>
    /// Since 2.16: 0 for an absent assignee, priority none to urgent, article audiences, and no parent_id on articles any more.
    /// </summary>
    public bool HasAudiences => Minor >= 16;

    public static bool TryParse(string? text, out ApiVersion version)
    {
        version = default;
        if (text?.StartsWith("2.", StringComparison.Ordinal) != true
            || !int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            || minor is < Oldest or > Newest)
        {
            return false;
        }

        version = new ApiVersion(minor);
        return true;
    }

    public static ApiVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"{text} is not a version from 2.{Oldest} to 2.{Newest}");
}
