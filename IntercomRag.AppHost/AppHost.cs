// One application model, two hosts: Aspire with -p:UseAspire=true, LocalHosting/ without. Nothing here knows which one it is.
// HostSettings.cs lists the settings.

using IntercomRag.AppHost;

var builder = DistributedApplication.CreateBuilder(args);

if (!HostSettings.TryRead(builder.Configuration, out var settings, out var problem))
{
    Console.Error.WriteLine(problem);
    Environment.ExitCode = 1;
    return;
}

// Without Intercom credentials the simulated workspace stands in for Intercom. It is never published.
var demo = builder.ExecutionContext.IsRunMode && settings.Credentials is null;
var accessToken = Secret("intercom-access-token", demo ? "demo-access-token" : settings.Credentials?.AccessToken);
var clientSecret = Secret("intercom-client-secret", demo ? "demo-client-secret" : settings.Credentials?.ClientSecret);

// Both are optional: without a model answers are quoted, without embeddings articles are found by their words.
var modelKey = settings.ModelKey is { } ofModel ? Secret("model-api-key", ofModel) : null;
var embeddingsKey = settings.EmbeddingsKey is { } ofEmbeddings ? Secret("embeddings-api-key", ofEmbeddings) : null;

// The inbox holds messages that were acknowledged to Intercom: written to disk, on a volume.
var cache = builder.AddRedis("cache")
    .WithDataVolume("intercomrag-cache")
    .WithPersistence(TimeSpan.FromSeconds(30), 10);

var vectors = builder.AddQdrant("vectors")
    .WithDataVolume("intercomrag-vectors");

// launchProfileName: null keeps the services' launchSettings.json out of the model: ports and environment are stated here, once.
// An endpoint comes before the health check that uses it.
var api = builder.AddProject<Projects.IntercomRag_Api>("api", launchProfileName: null)
    .WithHttpEndpoint(port: settings.ApiPort)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithReplicas(settings.ApiReplicas)
    .WithUrlForEndpoint("http", url => url.DisplayText = "API");

var worker = builder.AddProject<Projects.IntercomRag_Worker>("worker", launchProfileName: null)
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReplicas(settings.WorkerReplicas);

foreach (var service in new[] { api, worker })
{
    service
        .WithReference(cache)
        .WithReference(vectors)
        .WithEnvironment("Intercom__AccessToken", accessToken)
        .WithEnvironment("Intercom__ClientSecret", clientSecret)
        .WaitFor(cache)
        .WaitFor(vectors);

    foreach (var (name, value) in settings.IntercomOptions.Concat(settings.ModelOptions))
    {
        service.WithEnvironment(name, value);
    }

    if (modelKey is not null)
    {
        service.WithEnvironment("Model__ApiKey", modelKey);
    }

    if (embeddingsKey is not null)
    {
        service.WithEnvironment("Embeddings__ApiKey", embeddingsKey);
    }

    if (builder.ExecutionContext.IsRunMode)
    {
        service
            // Without a launch profile nothing else hands the environment's name on.
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
            // In Development Aspire switches the recording of prompts and answers on. Only the demo's messages are nobody's.
            .WithEnvironment("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", settings.CaptureMessages ?? (demo ? "true" : "false"));
    }
}

if (demo)
{
    // The simulator and the API know each other's URL; ports are handed out before anything starts, so neither has to wait to know it.
    var simulator = builder.AddProject<Projects.IntercomRag_Simulator>("simulator", launchProfileName: null)
        .WithHttpEndpoint(port: settings.SimulatorPort)
        .WithHttpHealthCheck("/health")
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
        .WithEnvironment("Simulator__AccessToken", accessToken)
        .WithEnvironment("Simulator__ClientSecret", clientSecret)
        .WithEnvironment("Simulator__WebhookTarget", api.GetEndpoint("http"))
        .WithUrlForEndpoint("http", url => url.DisplayText = "Messenger")
        .WithUrlForEndpoint("http", (EndpointReference _) => new ResourceUrlAnnotation { Url = "/inbox", DisplayText = "Agent inbox" });

    if (settings.SimulatorArticles is { } articles)
    {
        simulator.WithEnvironment("Simulator__Articles", articles);
    }

    foreach (var service in new[] { api, worker })
    {
        service
            .WithEnvironment("Intercom__BaseUrl", simulator.GetEndpoint("http"))
            .WithEnvironment("Intercom__BotAdminId", "9001")
            .WaitFor(simulator);
    }
}

// Compose leaves WithReplicas out; scale the worker with `docker compose up --scale worker=2`.
if (builder.ExecutionContext.IsPublishMode)
{
    builder.AddDockerComposeEnvironment("compose");
}

builder.Build().Run();

IResourceBuilder<ParameterResource> Secret(string name, string? value) =>
    value is null ? builder.AddParameter(name, secret: true) : builder.AddParameter(name, value, secret: true);
