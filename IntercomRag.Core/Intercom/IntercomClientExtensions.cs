using System.Net;
using System.Net.Http.Headers;
using IntercomRag.Core.Intercom.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom;

public static class IntercomClientExtensions
{
    // A page of long articles takes a few MiB; anything near this is not an answer of Intercom's.
    private const int LargestAnswer = 64 * 1024 * 1024;

    /// <summary>
    /// Registers <see cref="IntercomClient"/>, from the sections <see cref="IntercomOptions.Section"/> and <see cref="RateBudgetOptions.Section"/>.
    /// </summary>
    public static IHostApplicationBuilder AddIntercomClient(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IntercomOptions>()
            .Bind(builder.Configuration.GetSection(IntercomOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IntercomOptions>, IntercomOptionsValidator>());
        services.AddOptions<RateBudgetOptions>()
            .Bind(builder.Configuration.GetSection(RateBudgetOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();

        services.AddHttpClient(IntercomTransport.ClientName)

            // The handler renews its connections itself; see PooledConnectionLifetime below.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient((provider, client) => Configure(client, provider.GetRequiredService<IOptions<IntercomOptions>>().Value))
            .UseSocketsHttpHandler((handler, provider) => Configure(handler, provider.GetRequiredService<IOptions<IntercomOptions>>().Value))

            // Whatever a host adds to all its clients, such as retries: the transport decides alone what may be sent twice. It logs without
            // addresses, too.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .RemoveAllLoggers();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RateBudget>();
        services.TryAddSingleton<IntercomExchange>();
        services.TryAddSingleton<IntercomTransport>();
        services.TryAddSingleton(provider => new IntercomClient(
            new IntercomCaller(provider.GetRequiredService<IntercomTransport>(), CallPriority.Reply),
            provider.GetRequiredService<IOptions<IntercomOptions>>().Value.BotAdminId));
        return builder;
    }

    private static void Configure(HttpClient client, IntercomOptions options)
    {
        // The transport limits each try itself, with the clock that tests can set.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = LargestAnswer;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("IntercomRag", null));
        client.DefaultRequestHeaders.Add("Intercom-Version", options.ApiVersion);
    }

    private static void Configure(SocketsHttpHandler handler, IntercomOptions options)
    {
        handler.ConnectTimeout = options.ConnectTimeout;
        handler.AutomaticDecompression = DecompressionMethods.All;

        // A redirect would carry the token to a host that nobody configured.
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;

        // So that a change of address is noticed, without giving up connections that work.
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    }
}
