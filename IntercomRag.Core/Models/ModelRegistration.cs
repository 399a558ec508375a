using IntercomRag.Core.Models.Budget;
using IntercomRag.Core.Models.OpenAi;
using IntercomRag.Core.Models.Recording;
using IntercomRag.Core.Models.Resilience;
using IntercomRag.Core.Models.Telemetry;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models;

public static class ModelRegistration
{
    private const string ClientName = "Model";

    /// <summary>
    /// Registers <see cref="IModel"/> from the section <see cref="ModelOptions.Section"/>: the configured model or <see cref="NoModel"/>, and
    /// <see cref="ModelBudget"/>; where there is one, the health check <c>model</c>. What is spent is shared by all replicas where Redis's storage is registered, else it is this process's own.
    /// </summary>
    public static IHostApplicationBuilder AddModel(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>());
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddServerHttp(ClientName, provider => (EndpointOf(Options(provider)), Options(provider).ConnectTimeout));

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CapturedText>();
        services.TryAddSingleton<IModelLedger, MemoryLedger>();
        services.TryAddSingleton<ModelBudget>();
        services.AddKeyedSingleton(ClientName, (provider, _) => new ServerPatience(PatienceOf(Options(provider)), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IModel>(provider => Options(provider).IsConfigured
            ? ActivatorUtilities.CreateInstance<ChatModel>(provider, Chain(provider))
            : new NoModel());
        if (builder.Configuration.GetSection(ModelOptions.Section).Get<ModelOptions>() is { IsConfigured: true })
        {
            services.AddHealthChecks().Add(new(
                "model", provider => new ModelHealthCheck(provider.GetRequiredKeyedService<ServerPatience>(ClientName)), failureStatus: null, tags: null));
        }

        return builder;
    }

    /// <summary>From the outside in: span, file of answers, attempts, budget, silence, server.</summary>
    private static TracedChatClient Chain(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>();
        var time = provider.GetRequiredService<TimeProvider>();
        var endpoint = options.Value.Recording.Mode == RecordingMode.Replay ? null : EndpointOf(options.Value);
        IChatClient client = endpoint is null ? new NoServer() : Asking(provider, options, endpoint, time);
        if (options.Value.Recording.Mode != RecordingMode.Off)
        {
            client = new RecordedChatClient(client, options);
        }

        return new TracedChatClient(client, endpoint, provider.GetRequiredService<CapturedText>(), time);
    }

    private static ResilientChatClient Asking(IServiceProvider provider, IOptions<ModelOptions> options, Uri endpoint, TimeProvider time)
    {
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        var server = new OpenAiChatClient(
            options.Value.Name!,
            OpenAiServer.Options(endpoint, http, options.Value.KeyHeader, options.Value.ApiKey),
            time,
            provider.GetRequiredService<ILogger<OpenAiChatClient>>());
        var watched = new WatchedStreamChatClient(server, options, time);
        var budgeted = new BudgetedChatClient(watched, provider.GetRequiredService<ModelBudget>());
        return new ResilientChatClient(budgeted, provider.GetRequiredKeyedService<ServerPatience>(ClientName));
    }

    private static ModelOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<ModelOptions>>().Value;

    private static Uri? EndpointOf(ModelOptions options) => options.Endpoint is { } endpoint ? ServerSettings.Parse(endpoint) : null;

    private static PatienceSettings PatienceOf(ModelOptions options) =>
        new(options.Timeout, options.Attempts, options.RetryDelay, options.LongestWait, options.BreakTime);
}
