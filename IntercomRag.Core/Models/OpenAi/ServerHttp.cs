using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>The HTTP clients of model servers.</summary>
internal static class ServerHttp
{
    /// <param name="name">Of the client, for its factory.</param>
    public static void AddServerHttp(
        this IServiceCollection services, string name, Func<IServiceProvider, (Uri? Endpoint, TimeSpan ConnectTimeout)> settings) => services
        .AddHttpClient(name)

        // The handler renews its connections itself; see PooledConnectionLifetime below.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, provider) =>
        {
            var (endpoint, connectTimeout) = settings(provider);
            handler.ConnectTimeout = connectTimeout;
            handler.AutomaticDecompression = DecompressionMethods.All;

            // A redirect would carry key and prompt to a host that nobody configured.
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;

            // A proxy of the environment is for the world outside, not for a model on this machine.
            handler.UseProxy = endpoint?.IsLoopback is not true;

            // So that a change of address is noticed, without giving up connections that work.
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        })

        // Whatever a host adds to all its clients, such as retries or logs with addresses: attempts are paid for, and counted here alone.
        .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
        .RemoveAllLoggers();
}
