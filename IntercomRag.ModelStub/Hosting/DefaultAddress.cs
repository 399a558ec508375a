namespace IntercomRag.ModelStub.Hosting;

/// <summary>Where the stub listens.</summary>
public static class DefaultAddress
{
    /// <summary>
    /// The loopback address: the control endpoints ask for no token. Only used when neither <c>--urls</c>, <c>ASPNETCORE_URLS</c> nor
    /// <c>Kestrel:Endpoints</c> says otherwise.
    /// </summary>
    private const string Url = "http://127.0.0.1:5095";

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
