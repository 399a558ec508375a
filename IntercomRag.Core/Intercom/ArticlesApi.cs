using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>Articles of all Help Centers and states.</summary>
public sealed class ArticlesApi
{
    private readonly IntercomCaller _caller;

    internal ArticlesApi(IntercomCaller caller) => _caller = caller;

    /// <summary>
    /// One page, the article updated last first. A page that fails costs only itself: the caller can go on with the next, up to the total
    /// that another page stated. Articles that are edited meanwhile move to the front and push others to the next page.
    /// </summary>
    /// <param name="page">1 for the first. A page past the end is empty.</param>
    public Task<IntercomPage<IntercomArticle>> ListAsync(int page, CancellationToken cancellationToken) =>
        _caller.ReadPageAsync<IntercomArticle>(
            number => IntercomCall.Read("/articles?per_page=25&page={page}", number), page, cancellationToken);

    /// <summary>The article, or null when it does not exist.</summary>
    public Task<IntercomArticle?> FindAsync(string id, CancellationToken cancellationToken) =>
        _caller.FindAsync<IntercomArticle>(IntercomCall.Read("/articles/{id}", id), cancellationToken);
}
