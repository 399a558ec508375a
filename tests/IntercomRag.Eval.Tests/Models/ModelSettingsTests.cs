using IntercomRag.Core.Models.Recording;
using IntercomRag.Eval.Models;
using Microsoft.Extensions.Configuration;

namespace IntercomRag.Eval.Tests.Models;

public sealed class ModelSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OfJudge_WithoutSettingsOfItsOwn_IsTheModel()
    {
        var judge = Judge(("Model:Endpoint", "http://a/v1"), ("Model:Name", "small"), ("Model:ApiKey", "key-a"), ("Model:Recording:Mode", "Record"), ("Model:Recording:File", "a.jsonl"));

        judge["Model:Endpoint"].ShouldBe("http://a/v1");
        judge["Model:ApiKey"].ShouldBe("key-a");
        judge["Model:Recording:Mode"].ShouldBeNull("the judge would write to the file of the model");
    }

    [Fact]
    public void OfJudge_AnotherModelOfTheSameServer_TakesTheRest()
    {
        var judge = Judge(("Model:Endpoint", "http://a/v1"), ("Model:Name", "small"), ("Model:ApiKey", "key-a"), ("Judge:Name", "large"));

        (judge["Model:Name"], judge["Model:ApiKey"]).ShouldBe(("large", "key-a"));
    }

    [Fact]
    public void OfJudge_AServerOfItsOwn_GetsNoKeyOfAnother()
    {
        var judge = Judge(("Model:Endpoint", "http://a/v1"), ("Model:Name", "small"), ("Model:ApiKey", "key-a"), ("Judge:Endpoint", "http://b/v1"), ("Judge:Name", "large"));

        (judge["Model:Endpoint"], judge["Model:Name"]).ShouldBe(("http://b/v1", "large"));
        judge["Model:ApiKey"].ShouldBeNull();
    }

    [Fact]
    public void OfRecording_TakesTheNameThatWasAskedForAndNoServer()
    {
        var file = _folder.Write("answers.jsonl", """{"prompt":"intent","version":"1","key":"k","text":"{}","model":"gpt-4o-mini-2024-07-18","asked":"gpt-4o-mini"}""");

        var settings = ModelSettings.Of(new RecordingOptions { Mode = RecordingMode.Replay, File = file });

        settings["Model:Name"].ShouldBe("gpt-4o-mini");
        settings["Model:Recording:Mode"].ShouldBe("Replay");
        settings["Model:Endpoint"].ShouldBeNull();
    }

    [Theory]
    [InlineData("", "no answer is recorded in it")]
    [InlineData("\n{\"key\":", "answers.jsonl:2: no recorded answer")]
    [InlineData("{\"key\":\"a\"}", "answers.jsonl:1: the answer does not say of which model it is")]
    [InlineData("{\"model\":\"a\"}\n{\"model\":\"b\"}", "answers of several models, a and b")]
    public void OfRecording_ThatDoesNotTellItsModel_IsRefused(string lines, string message) =>
        Should.Throw<EvalException>(() => ModelSettings.Of(new RecordingOptions { Mode = RecordingMode.Replay, File = _folder.Write("answers.jsonl", lines) }))
            .Message.ShouldContain(message);

    [Fact]
    public void OfRecording_ThatIsNotThere_IsRefused() =>
        Should.Throw<EvalException>(() => ModelSettings.Of(new RecordingOptions { Mode = RecordingMode.Replay, File = _folder.PathTo("none.jsonl") }))
            .Message.ShouldContain("none.jsonl: cannot be read");

    [Theory]
    [InlineData("Model", "Set Model__Endpoint to the address of the model's server, since Model__Name is set.")]
    [InlineData("Judge", "Set Judge__Endpoint to the address of the model's server, since Judge__Name is set.")]
    public void Create_HalfOfTheSettings_NamesTheOneThatIsMissing(string section, string message) =>
        Should.Throw<EvalException>(() => ConfiguredModel.Create(Settings(("Model:Name", "small")), section)).Message.ShouldContain(message);

    [Fact]
    public void Create_NoSettings_SaysWhatToSet() =>
        Should.Throw<EvalException>(() => ConfiguredModel.Create(Settings())).Message.ShouldBe("No model is configured: set Model__Endpoint and Model__Name.");

    private static IConfiguration Judge(params (string Name, string Value)[] environment) => ModelSettings.OfJudge(Settings(environment));

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
