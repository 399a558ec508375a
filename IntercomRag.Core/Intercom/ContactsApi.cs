using System.Net;
using System.Text.RegularExpressions;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>Customers: users and leads.</summary>
public sealed partial class ContactsApi
{
    // A contact that was merged several times points on each time.
    private const int MaxMerges = 5;

    private readonly IntercomCaller _caller;

    internal ContactsApi(IntercomCaller caller) => _caller = caller;

    /// <summary>The contact; for one that was merged, the contact that remains.</summary>
    public async Task<IntercomContact> GetAsync(string id, CancellationToken cancellationToken)
    {
        for (var merges = 0; ; merges++)
        {
            try
            {
                return await _caller.ReadAsync<IntercomContact>(IntercomCall.Read("/contacts/{id}", id), cancellationToken);
            }
            catch (IntercomApiException exception) when (
                exception.Status == HttpStatusCode.Gone && merges < MaxMerges && CanonicalId(exception.Link) is { } canonical && canonical != id)
            {
                id = canonical;
            }
        }
    }

    /// <summary>The contact with everything that Intercom keeps beside it.</summary>
    public async Task<IntercomContactProfile> GetProfileAsync(string id, CancellationToken cancellationToken)
    {
        var contact = await GetAsync(id, cancellationToken);
        var segments = ListSegmentsAsync(contact.Id, cancellationToken);
        var tags = ListTagsAsync(contact.Id, cancellationToken);
        var companies = ListCompaniesAsync(contact.Id, cancellationToken);
        await Task.WhenAll(segments, tags, companies);
        return new IntercomContactProfile(contact, await segments, await tags, await companies);
    }

    public Task<IReadOnlyList<IntercomSegment>> ListSegmentsAsync(string id, CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomSegment>(IntercomCall.Read("/contacts/{id}/segments", id), cancellationToken);

    public Task<IReadOnlyList<IntercomTag>> ListTagsAsync(string id, CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomTag>(IntercomCall.Read("/contacts/{id}/tags", id), cancellationToken);

    public Task<IReadOnlyList<IntercomCompany>> ListCompaniesAsync(string id, CancellationToken cancellationToken) =>
        _caller.ReadAllPagesAsync<IntercomCompany>(
            page => IntercomCall.Read("/contacts/{id}/companies?page={page}", id, page), company => company.Id, cancellationToken);

    // Link: </contacts/6762f0d01bb69f9f2193bb7d>; rel="canonical". Only the id is used, should a host ever stand before it.
    private static string? CanonicalId(string? link) =>
        link is not null && CanonicalContact().Match(link) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex("""<(https?://[^/>]+)?/contacts/(?<id>[^/?#>]+)>\s*;\s*rel="?canonical"?""", RegexOptions.IgnoreCase)]
    private static partial Regex CanonicalContact();
}
