using SampleService;

var builder = WebApplication.CreateBuilder(args);
var name = builder.Configuration["OTEL_SERVICE_NAME"];

if (builder.Configuration["SAMPLE_DIES"] == name)
{
    Console.Error.WriteLine("The sample cannot go on.");
    return 3;
}

var app = builder.Build();
var sick = builder.Configuration["SAMPLE_SICK"] == name;

app.MapGet("/health", () => sick ? Results.Text("too sick", statusCode: 503) : Results.Text("Healthy"));
app.MapGet("/process", () => new ProcessDescription(Environment.ProcessId, Environment.CurrentDirectory, ProcessDescription.ReadVariables()));
app.MapGet("/stream", async (HttpResponse response, CancellationToken cancellationToken) =>
{
    // An answer that begins and does not end, as server-sent events do.
    await response.WriteAsync($"data: {Environment.ProcessId}\n\n", cancellationToken);
    await response.Body.FlushAsync(cancellationToken);
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
});
app.MapPost("/die", () =>
{
    Console.Error.WriteLine("The sample was told to die.");
    Environment.Exit(7);
});

app.Run();
return 0;
