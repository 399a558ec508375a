namespace IntercomRag.Simulator.Hosting;

/// <summary>Where the Simulator listens.</summary>
public static class DefaultAddress
{
    /// <summary>
    /// The loopback address: pages and control API ask for no token. Only used when neither <c>--urls</c>, <c>ASPNETCORE_URLS</c>
    /// nor <c>Kestrel:Endpoints</c> says otherwise.
    /// </summary>
    private const string Url = "http://127.0.0.1:5090";

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (string.IsNullOrEmpty(settings[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(settings[WebHostDefaults.HttpPortsKey])
            && !settings.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Url);
        }
    }
}
