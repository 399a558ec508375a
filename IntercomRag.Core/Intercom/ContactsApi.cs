using System.Collections.Concurrent;
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

    /// <summary>
    /// The contact with everything that Intercom keeps beside it, as far as it can be read: what the app has no permission for, or what keeps
    /// failing, stays empty and is named in <see cref="IntercomContactProfile.Missing"/>. Of a contact that is gone only the id is left.
    /// </summary>
    public async Task<IntercomContactProfile> GetProfileAsync(string id, CancellationToken cancellationToken)
    {
        var missing = new ConcurrentQueue<IntercomException>();
        var contact = new IntercomContact { Id = id };
        try
        {
            contact = await GetAsync(id, cancellationToken);
        }
        catch (IntercomApiException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return new IntercomContactProfile(contact, [], [], [], []);
        }
        catch (IntercomException exception)
        {
            missing.Enqueue(exception);
        }

        var segments = ReadOrMissAsync(ListSegmentsAsync(contact.Id, cancellationToken), missing);
        var tags = ReadOrMissAsync(ListTagsAsync(contact.Id, cancellationToken), missing);
        var companies = ReadOrMissAsync(ListCompaniesAsync(contact.Id, cancellationToken), missing);
        await Task.WhenAll(segments, tags, companies);
        return new IntercomContactProfile(contact, await segments, await tags, await companies, [.. missing]);
    }

    public Task<IReadOnlyList<IntercomSegment>> ListSegmentsAsync(string id, CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomSegment>(IntercomCall.Read("/contacts/{id}/segments", id), cancellationToken);

    public Task<IReadOnlyList<IntercomTag>> ListTagsAsync(string id, CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomTag>(IntercomCall.Read("/contacts/{id}/tags", id), cancellationToken);

    public Task<IReadOnlyList<IntercomCompany>> ListCompaniesAsync(string id, CancellationToken cancellationToken) =>
        _caller.ReadAllPagesAsync<IntercomCompany>(
            page => IntercomCall.Read("/contacts/{id}/companies?page={page}", id, page), company => company.Id, cancellationToken);

    private static async Task<IReadOnlyList<T>> ReadOrMissAsync<T>(Task<IReadOnlyList<T>> read, ConcurrentQueue<IntercomException> missing)
    {
        try
        {
            return await read;
        }
        catch (IntercomException exception)
        {
            missing.Enqueue(exception);
            return [];
        }
    }

    // Link: </contacts/6762f0d01bb69f9f2193bb7d>; rel="canonical". Only the id is used, should a host ever stand before it.
    private static string? CanonicalId(string? link) =>
        link is not null && CanonicalContact().Match(link) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex("""<(https?://[^/>]+)?/contacts/(?<id>[^/?#>]+)>\s*;\s*rel="?canonical"?""", RegexOptions.IgnoreCase)]
    private static partial Regex CanonicalContact();
}
