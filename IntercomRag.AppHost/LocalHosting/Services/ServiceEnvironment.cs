using System.Security.Cryptography;
using IntercomRag.AppHost.LocalHosting.Processes;

namespace IntercomRag.AppHost.LocalHosting.Services;

/// <summary>The environment variables of a service: those that Aspire 13.5 sets for a project that it runs, then those of the model.</summary>
/// <param name="development">Whether the app host runs in Development: telemetry is then sent at once and all of it.</param>
/// <param name="colours">Whether the service may colour its log.</param>
internal sealed class ServiceEnvironment(bool development, bool colours)
{
    private const string True = "true";
    private const string OneSecond = "1000";
    private const int InstanceIdLength = 8;

    public void Apply(IDictionary<string, string?> variables, ProjectResource project, IReadOnlyDictionary<string, int> ports)
    {
        InheritedEnvironment.Clear(variables);

        // Without a collector there is no OTEL_EXPORTER_OTLP_ENDPOINT: an exporter would retry into the void. One that the user set is inherited.
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", InstanceIdLength)}";
        variables["OTEL_SERVICE_NAME"] = project.Name;
        variables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = colours ? True : "false";
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";

        if (development)
        {
            variables["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = True;
            variables["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = True;
            variables["OTEL_BLRP_SCHEDULE_DELAY"] = OneSecond;
            variables["OTEL_BSP_SCHEDULE_DELAY"] = OneSecond;
            variables["OTEL_METRIC_EXPORT_INTERVAL"] = OneSecond;
            variables["OTEL_TRACES_SAMPLER"] = "always_on";
            variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
            variables["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = True;
        }

        if (ports.Count > 0)
        {
            variables["ASPNETCORE_URLS"] = string.Join(';', ports.Values.Select(port => $"http://localhost:{port}"));
        }

        foreach (var (name, value) in project.Environment.SelectMany(callback => callback()))
        {
            variables[name] = value;
        }
    }
}
