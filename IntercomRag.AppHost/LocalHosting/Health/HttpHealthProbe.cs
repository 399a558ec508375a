namespace IntercomRag.AppHost.LocalHosting.Health;

/// <summary>Asks a service's health endpoint.</summary>
internal sealed class HttpHealthProbe : IDisposable
{
    private const int LongestDetail = 200;

    // No proxy, even if one is configured: the services are on this machine.
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };

    public async Task<HealthAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(url, cancellationToken);
            if (response.StatusCode == System.Net.HttpStatusCode.OK)
            {
                return new HealthAnswer(true, "200 OK");
            }

            var body = (await response.Content.ReadAsStringAsync(cancellationToken)).ReplaceLineEndings(" ");
            return new HealthAnswer(false, $"{url} answered {(int)response.StatusCode} {response.ReasonPhrase}: {body[..Math.Min(body.Length, LongestDetail)]}");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new HealthAnswer(false, $"{url} did not answer: {e.Message}");
        }
    }

    public void Dispose() => _client.Dispose();
}
