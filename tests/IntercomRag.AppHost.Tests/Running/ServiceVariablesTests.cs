namespace IntercomRag.AppHost.Tests.Running;

/// <summary>The whole environment of each service, against the table of what Aspire 13.5 sets.</summary>
[Collection(nameof(SampleRun))]
public sealed class ServiceVariablesTests
{
    private const string Password = "s3cr3t";

    [LinuxFact]
    public async Task Variables_DemoInDevelopment_AreExactlyThoseOfTheTable()
    {
        await using var run = SampleRun.Start(
            [
                ("DOTNET_ENVIRONMENT", "Development"), ("DOTNET_ANYTHING", "dropped"), ("ASPNETCORE_URLS", "http://dropped:1"),
                ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), ("Model__Endpoint", "http://kept"),
            ],
            "--Parameters:cache-password", Password);
        await run.ReadyAsync();

        foreach (var service in new[] { "api", "worker", "simulator" })
        {
            var actual = (await run.DescribeAsync(service)).Variables;
            actual.Order(ByKey).ShouldBe(Expected(run, service, actual).Order(ByKey), service);
        }
    }

    [LinuxFact]
    public async Task Variables_RealWorkspaceInProduction_HaveTheCredentialsAndNoDevelopmentSettings()
    {
        await using var run = SampleRun.Start(
            "--Intercom:AccessToken", "real-token", "--Intercom:ClientSecret", "real-secret", "--Intercom:BaseUrl", "https://api.eu.intercom.io", "--Intercom:BotAdminId", "17");
        await run.ReadyAsync();

        run.Output.ShouldNotContain("simulator");
        foreach (var service in new[] { "api", "worker" })
        {
            var variables = (await run.DescribeAsync(service)).Variables;
            variables["Intercom__AccessToken"].ShouldBe("real-token");
            variables["Intercom__ClientSecret"].ShouldBe("real-secret");
            variables["Intercom__BaseUrl"].ShouldBe("https://api.eu.intercom.io");
            variables["Intercom__BotAdminId"].ShouldBe("17");
            variables["ASPNETCORE_ENVIRONMENT"].ShouldBe("Production");
            variables["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"].ShouldBe("false");
            variables.ShouldNotContainKey("OTEL_TRACES_SAMPLER");
            variables["ConnectionStrings__cache"].ShouldMatch(@"^127\.0\.0\.1:\d+,password=[A-Za-z0-9]{22}$");
        }
    }

    [LinuxFact]
    public async Task Variables_CollectorAndArticlesSet_ArePassedOn()
    {
        var articles = Path.GetTempFileName();
        await using var run = SampleRun.Start(
            [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")], "--Simulator:Articles", articles);
        await run.ReadyAsync();

        (await run.DescribeAsync("worker")).Variables["OTEL_EXPORTER_OTLP_ENDPOINT"].ShouldBe("http://collector:4317");
        var simulator = (await run.DescribeAsync("simulator")).Variables;
        simulator["OTEL_EXPORTER_OTLP_PROTOCOL"].ShouldBe("grpc");
        simulator["Simulator__Articles"].ShouldBe(articles);
    }

    [LinuxFact]
    public async Task Services_Started_RunInTheFolderOfTheirProject()
    {
        await using var run = SampleRun.Start();
        await run.ReadyAsync();

        Path.GetFileName((await run.DescribeAsync("api")).Folder).ShouldBe("SampleService");
    }

    private static Comparer<KeyValuePair<string, string>> ByKey => Comparer<KeyValuePair<string, string>>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key));

    private static Dictionary<string, string> Expected(SampleRun run, string service, Dictionary<string, string> actual)
    {
        var expected = run.Inherited
            .Where(pair => pair.Key is not ("DOTNET_ENVIRONMENT" or "DOTNET_ANYTHING" or "ASPNETCORE_URLS"))
            .ToDictionary();

        void Add(string name, string value) => expected.Add(name, value);

        // Every project.
        Add("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        Add("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true");
        Add("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true");
        Add("OTEL_RESOURCE_ATTRIBUTES", Matching(actual, "OTEL_RESOURCE_ATTRIBUTES", "^service.instance.id=[a-z]{8}$"));
        Add("OTEL_SERVICE_NAME", service);
        Add("OTEL_BLRP_SCHEDULE_DELAY", "1000");
        Add("OTEL_BSP_SCHEDULE_DELAY", "1000");
        Add("OTEL_METRIC_EXPORT_INTERVAL", "1000");
        Add("OTEL_TRACES_SAMPLER", "always_on");
        Add("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");
        Add("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true");
        Add("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "false");
        Add("LOGGING__CONSOLE__FORMATTERNAME", "simple");
        Add("ASPNETCORE_ENVIRONMENT", "Development");
        Add("ASPNETCORE_URLS", run.Url(service, "").OriginalString);

        if (service == "simulator")
        {
            Add("Simulator__AccessToken", "demo-access-token");
            Add("Simulator__ClientSecret", "demo-client-secret");
            Add("Simulator__WebhookTarget", $"http://localhost:{run.ApiPort}");
            return expected;
        }

        // WithReference(cache) and WithReference(vectors).
        var port = run.Url("cache", "").Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Add("ConnectionStrings__cache", $"127.0.0.1:{port},password={Password}");
        Add("CACHE_HOST", "127.0.0.1");
        Add("CACHE_PORT", port);
        Add("CACHE_PASSWORD", Password);
        Add("CACHE_URI", $"redis://:{Password}@127.0.0.1:{port}");

        var index = $"file://{run.DataDirectory}/knowledge.db";
        Add("ConnectionStrings__vectors", $"Endpoint={index};Key=");
        Add("ConnectionStrings__vectors_http", $"Endpoint={index};Key=");
        Add("VECTORS_GRPCHOST", "");
        Add("VECTORS_GRPCPORT", "");
        Add("VECTORS_HTTPHOST", "");
        Add("VECTORS_HTTPPORT", "");
        Add("VECTORS_APIKEY", "");
        Add("VECTORS_URI", index);
        Add("VECTORS_HTTPURI", index);

        // The model's own.
        Add("Intercom__BaseUrl", $"http://localhost:{run.SimulatorPort}");
        Add("Intercom__AccessToken", "demo-access-token");
        Add("Intercom__ClientSecret", "demo-client-secret");
        Add("Intercom__BotAdminId", "9001");
        return expected;
    }

    private static string Matching(Dictionary<string, string> actual, string name, string pattern)
    {
        actual[name].ShouldMatch(pattern);
        return actual[name];
    }
}
