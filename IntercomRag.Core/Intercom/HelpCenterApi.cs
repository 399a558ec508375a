using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>Help Centers and their collections. A workspace can have several Help Centers.</summary>
public sealed class HelpCenterApi
{
    private readonly IntercomCaller _caller;

    internal HelpCenterApi(IntercomCaller caller) => _caller = caller;

    public Task<IReadOnlyList<IntercomHelpCenter>> ListAsync(CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomHelpCenter>(IntercomCall.Read("/help_center/help_centers"), cancellationToken);

    /// <summary>All collections of all Help Centers, nested by <see cref="IntercomCollection.ParentId"/>, in no particular order.</summary>
    public Task<IReadOnlyList<IntercomCollection>> ListCollectionsAsync(CancellationToken cancellationToken) =>
        _caller.ReadAllPagesAsync<IntercomCollection>(
            page => IntercomCall.Read("/help_center/collections?page={page}", page), collection => collection.Id, cancellationToken);
}
