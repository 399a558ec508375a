using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>The workspace's tags. <see cref="ConversationsApi"/> attaches and detaches them.</summary>
public sealed class TagsApi
{
    private readonly IntercomCaller _caller;

    internal TagsApi(IntercomCaller caller) => _caller = caller;

    public Task<IReadOnlyList<IntercomTag>> ListAsync(CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomTag>(IntercomCall.Read("/tags"), cancellationToken);

    /// <summary>Creates the tag, or returns the one that has this name.</summary>
    public Task<IntercomTag> CreateAsync(string name, CancellationToken cancellationToken) =>
        _caller.WriteAsync(IntercomCall.Write(HttpMethod.Post, "/tags", new { Name = name }), (IntercomTag tag) => tag, cancellationToken);
}
