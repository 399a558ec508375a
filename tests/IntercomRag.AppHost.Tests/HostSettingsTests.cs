using Microsoft.Extensions.Configuration;

namespace IntercomRag.AppHost.Tests;

public sealed class HostSettingsTests
{
    [Fact]
    public void TryRead_NothingConfigured_IsTheDemoOnTheDefaultPorts()
    {
        HostSettings.TryRead(Configuration(), out var settings, out _).ShouldBeTrue();

        settings!.Credentials.ShouldBeNull();
        (settings.ApiPort, settings.SimulatorPort, settings.ApiReplicas, settings.WorkerReplicas).ShouldBe((5080, 5090, 1, 1));
        settings.IntercomOptions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Intercom:AccessToken", "Intercom:ClientSecret")]
    [InlineData("Parameters:intercom-access-token", "Parameters:intercom-client-secret")]
    [InlineData("Parameters:intercom_access_token", "Parameters:intercom_client_secret")]
    [InlineData("Intercom:AccessToken", "Parameters:intercom-client-secret")]
    public void TryRead_BothCredentials_AreTaken(string tokenKey, string secretKey)
    {
        HostSettings.TryRead(Configuration((tokenKey, "token"), (secretKey, "secret")), out var settings, out _).ShouldBeTrue();

        settings!.Credentials.ShouldBe(new IntercomCredentials("token", "secret"));
    }

    [Theory]
    [InlineData("Intercom:AccessToken", "Intercom:ClientSecret")]
    [InlineData("Intercom:ClientSecret", "Intercom:AccessToken")]
    [InlineData("Parameters:intercom-access-token", "Intercom:ClientSecret")]
    public void TryRead_OneCredential_NamesTheOtherAndHowToSetItButNoValue(string given, string missing)
    {
        HostSettings.TryRead(Configuration((given, "tok3n")), out _, out var problem).ShouldBeFalse();

        problem.ShouldContain($"{missing} is not");
        problem.ShouldContain(missing.Replace(":", "__"));
        problem.ShouldNotContain("tok3n");
    }

    [Fact]
    public void TryRead_ModelAndEmbeddings_ArePassedOnWithTheirKeysApart()
    {
        HostSettings.TryRead(
            Configuration(
                ("Model:Endpoint", "http://localhost:11434/v1"), ("Model:Name", "mistral"), ("Model:ApiKey", "k1"), ("Model:Recording:Mode", "record"),
                ("Embeddings:Name", "bge-m3"), ("EMBEDDINGS:APIKEY", "k2")),
            out var settings,
            out _).ShouldBeTrue();

        settings!.ModelOptions.ShouldBe(
        [
            new("Model__Endpoint", "http://localhost:11434/v1"),
            new("Model__Name", "mistral"),
            new("Model__Recording__Mode", "record"),
            new("Embeddings__Name", "bge-m3"),
        ]);
        (settings.ModelKey, settings.EmbeddingsKey).ShouldBe(("k1", "k2"));
    }

    [Theory]
    [InlineData("Api:Port", "0")]
    [InlineData("Api:Port", "65536")]
    [InlineData("Simulator:Port", "five")]
    [InlineData("Api:Replicas", "-1")]
    [InlineData("Worker:Replicas", "1.5")]
    public void TryRead_NumberOutOfRange_NamesSettingAndValue(string key, string value)
    {
        HostSettings.TryRead(Configuration((key, value)), out _, out var problem).ShouldBeFalse();

        problem.ShouldContain($"{key} is '{value}'");
    }

    [Fact]
    public void TryRead_SeveralProblems_AreToldAtOnce()
    {
        HostSettings.TryRead(Configuration(("Api:Port", "x"), ("Simulator:Articles", "/no/such/file")), out _, out var problem).ShouldBeFalse();

        problem.ShouldContain("Api:Port");
        problem.ShouldContain("/no/such/file");
    }

    [Fact]
    public void TryRead_RelativeArticles_BecomeAFullPath()
    {
        var file = Path.GetRelativePath(Environment.CurrentDirectory, typeof(HostSettingsTests).Assembly.Location);

        HostSettings.TryRead(Configuration(("Simulator:Articles", file)), out var settings, out _).ShouldBeTrue();

        settings!.SimulatorArticles.ShouldBe(typeof(HostSettingsTests).Assembly.Location);
    }

    [Fact]
    public void TryRead_OtherIntercomSettings_BecomeVariables()
    {
        HostSettings.TryRead(Configuration(("Intercom:BaseUrl", "https://api.eu.intercom.io"), ("Intercom:ApiVersion", "")), out var settings, out _).ShouldBeTrue();

        settings!.IntercomOptions.ShouldBe([KeyValuePair.Create("Intercom__BaseUrl", "https://api.eu.intercom.io")]);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value)).Build();
}
