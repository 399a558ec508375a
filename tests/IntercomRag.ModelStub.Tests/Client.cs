using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Testing.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.ModelStub.Tests;

/// <summary>The product's own registration, as a service has it.</summary>
internal sealed class Client : IDisposable
{
    public const string Key = "sk-very-secret";

    private readonly IHost _host;

    /// <param name="settings">Such as <c>("Model:Attempts", "1")</c>; endpoint, name and key are given.</param>
    public Client(string endpoint, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Model:Endpoint"] = endpoint,
            ["Model:Name"] = "small",
            ["Model:ApiKey"] = Key,
            ["Model:RetryDelay"] = "00:00:00.010",
            ["Embeddings:Endpoint"] = endpoint,
            ["Embeddings:Name"] = "small-embeddings",
            ["Embeddings:ApiKey"] = Key,
            ["Embeddings:RetryDelay"] = "00:00:00.010",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.AddModel();
        builder.AddEmbeddings();
        _host = builder.Build();
    }

    public CapturedLogs Logs { get; } = new();

    public IServiceProvider Services => _host.Services;

    public IModel Model => Services.GetRequiredService<IModel>();

    public static ModelQuestion Question(string input = Prompts.Message, string name = "answer", string instructions = Prompts.Instructions) =>
        new(new Prompt(name, "3f9a1c2b7d4e", instructions, input), 0.4f, 200, new SubjectKey("demo", "215"));

    public Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion? question = null)
        where T : class => Model.AskAsync<T>(question ?? Question(), TestContext.Current.CancellationToken);

    public async Task<HealthStatus> HealthAsync() =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;

    public void Dispose() => _host.Dispose();
}
