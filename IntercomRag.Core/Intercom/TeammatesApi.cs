using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Transport;

namespace IntercomRag.Core.Intercom;

/// <summary>Who works in the workspace.</summary>
public sealed class TeammatesApi
{
    private readonly IntercomCaller _caller;

    internal TeammatesApi(IntercomCaller caller) => _caller = caller;

    /// <summary>The teammate who owns the access token, and the workspace: shows that token and region are right.</summary>
    public Task<IntercomAdmin> GetMeAsync(CancellationToken cancellationToken) =>
        _caller.ReadAsync<IntercomAdmin>(IntercomCall.Read("/me"), cancellationToken);

    public Task<IReadOnlyList<IntercomAdmin>> ListAdminsAsync(CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomAdmin>(IntercomCall.Read("/admins"), cancellationToken);

    public Task<IReadOnlyList<IntercomTeam>> ListTeamsAsync(CancellationToken cancellationToken) =>
        _caller.ListAsync<IntercomTeam>(IntercomCall.Read("/teams"), cancellationToken);
}
