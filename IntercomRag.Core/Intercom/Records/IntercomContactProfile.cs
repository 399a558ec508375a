namespace IntercomRag.Core.Intercom.Records;

/// <param name="Contact">The canonical contact: another than the one asked for when that was merged.</param>
public sealed record IntercomContactProfile(
    IntercomContact Contact,
    IReadOnlyList<IntercomSegment> Segments,
    IReadOnlyList<IntercomTag> Tags,
    IReadOnlyList<IntercomCompany> Companies);
