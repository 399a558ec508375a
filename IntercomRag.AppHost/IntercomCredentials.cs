namespace IntercomRag.AppHost;

/// <summary>What a workspace of Intercom hands out to its app.</summary>
/// <param name="AccessToken">The bearer token of the REST API.</param>
/// <param name="ClientSecret">The key that signs webhooks.</param>
internal sealed record IntercomCredentials(string AccessToken, string ClientSecret)
{
    /// <summary>Keeps the values out of logs and of test output.</summary>
    public override string ToString() => nameof(IntercomCredentials);
}
