using IntercomRag.Core.Intercom.Errors;

namespace IntercomRag.Core.Intercom.Records;

/// <param name="Contact">
/// The canonical contact: another than the one asked for when that was merged. Only its id is known of a contact that is gone or cannot be read.
/// </param>
/// <param name="Missing">Why parts of it are empty that may not be; each names its endpoint.</param>
public sealed record IntercomContactProfile(
    IntercomContact Contact,
    IReadOnlyList<IntercomSegment> Segments,
    IReadOnlyList<IntercomTag> Tags,
    IReadOnlyList<IntercomCompany> Companies,
    IReadOnlyList<IntercomException> Missing);
