namespace IntercomRag.Core.Knowledge.Html;

/// <summary>The address that a link leads a reader to, cleaned of what is not part of it.</summary>
internal static class LinkTarget
{
    /// <summary>Longer addresses are not for people.</summary>
    private const int LongestAddress = 500;

    private static readonly string[] TrackingParameters =
        ["fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "_ga", "_gl", "yclid"];

    /// <summary>
    /// The absolute address for <paramref name="reference"/> on the page <paramref name="page"/>; the address alone for <c>mailto:</c> and
    /// <c>tel:</c>. Null where there is nothing to give to a reader: scripts, places on the same page, relative references of a page
    /// without an address, and signed download addresses, which stop working within hours.
    /// </summary>
    /// <remarks>
    /// <c>/help/en/articles/1-a?utm_source=x#top</c> on <c>https://help.example.com/…</c> gives
    /// <c>https://help.example.com/help/en/articles/1-a#top</c>.
    /// </remarks>
    public static string? Resolve(string? reference, Uri? page)
    {
        reference = reference?.Trim().ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(reference) || reference[0] == '#' || reference.Length > 4 * LongestAddress)
        {
            return null;
        }

        // On Unix, "/path" alone counts as an absolute file address: it must meet the page first.
        if (reference[0] == '/' || !Uri.TryCreate(reference, UriKind.Absolute, out var target))
        {
            if (page is null || !Uri.TryCreate(page, reference, out target))
            {
                return null;
            }
        }

        return target.Scheme switch
        {
            "mailto" or "tel" when target.OriginalString[(target.Scheme.Length + 1)..].Split('?')[0] is { Length: > 0 } address => Uri.UnescapeDataString(address),
            "http" or "https" when !IsSigned(target) => Clean(target),
            _ => null,
        };
    }

    private static string? Clean(Uri target)
    {
        var address = target.OriginalString is var original && original.StartsWith(target.Scheme, StringComparison.OrdinalIgnoreCase)
            ? original
            : target.AbsoluteUri;
        if (target.Query.Length > 1)
        {
            var kept = target.Query[1..].Split('&').Where(parameter => !IsTracking(parameter)).ToList();
            var query = kept.Count == 0 ? "" : "?" + string.Join('&', kept);
            address = target.GetLeftPart(UriPartial.Path) + query + target.Fragment;
        }

        // A space or bracket would end the address early in "label (address)".
        address = address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return address.Length <= LongestAddress ? address : null;
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=')[0];
        return name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || TrackingParameters.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    // https://downloads.intercomcdn.com/i/o/x/1/a/guide.pdf?expires=1790642700&signature=0c5f…&req=…
    private static bool IsSigned(Uri target) =>
        target.Query.Contains("signature=", StringComparison.OrdinalIgnoreCase) && target.Query.Contains("expires=", StringComparison.OrdinalIgnoreCase);
}
