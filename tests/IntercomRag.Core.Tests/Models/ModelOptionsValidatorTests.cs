using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Recording;

namespace IntercomRag.Core.Tests.Models;

public sealed class ModelOptionsValidatorTests
{
    private const string Endpoint = "https://api.openai.com/v1";

    [Fact]
    public void Validate_NothingSet_Succeeds()
    {
        Failures(new()).ShouldBeEmpty();
        new ModelOptions().IsConfigured.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Endpoint)]
    [InlineData("https://tandem.openai.azure.com/openai/v1/")]
    [InlineData("http://localhost:11434/v1")]
    public void Validate_EndpointAndName_IsConfiguredWithoutAKey(string endpoint)
    {
        var options = new ModelOptions { Endpoint = endpoint, Name = "small" };

        Failures(options).ShouldBeEmpty();
        options.IsConfigured.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Endpoint, null, null, "Set Model__Name ")]
    [InlineData(null, "small", null, "Set Model__Endpoint ")]
    [InlineData(null, null, "sk-secret", "Set Model__Endpoint ")]
    [InlineData("ftp://models.example/v1", "small", null, "Set Model__Endpoint to an http or https address")]
    [InlineData("api.openai.com/v1", "small", null, "Set Model__Endpoint to an http or https address")]
    [InlineData("https://", "small", null, "Set Model__Endpoint to an http or https address")]
    [InlineData(Endpoint, "small", "sk-secret \n", "Model__ApiKey holds blanks")]
    public void Validate_HalfOrWrong_NamesTheSettingAndNotTheKey(string? endpoint, string? name, string? key, string expected)
    {
        var failure = Failures(new() { Endpoint = endpoint, Name = name, ApiKey = key }).ShouldHaveSingleItem();

        failure.ShouldStartWith(expected);
        failure.ShouldNotContain("sk-secret");
    }

    [Fact]
    public void Validate_DailyMoneyWithoutPrices_Fails()
    {
        var options = new ModelOptions { Endpoint = Endpoint, Name = "small", MoneyPerDay = 5 };

        Failures(options).ShouldHaveSingleItem().ShouldContain("Model__InputPrice");
        options.OutputPrice = 0.6m;
        Failures(options).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_ReplayWithoutServer_NeedsNameAndAFileThatIsThere()
    {
        var file = Path.GetTempFileName();
        try
        {
            var options = new ModelOptions { Recording = new() { Mode = RecordingMode.Replay, File = file } };
            Failures(options).ShouldHaveSingleItem().ShouldStartWith("Set Model__Name ");

            options.Name = "small";
            Failures(options).ShouldBeEmpty();
            options.IsConfigured.ShouldBeTrue();

            options.Recording.File = file + ".none";
            Failures(options).ShouldHaveSingleItem().ShouldStartWith("Model__Recording__File does not exist");
            options.Recording.File = null;
            Failures(options).ShouldHaveSingleItem().ShouldStartWith("Set Model__Recording__File ");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Failures(ModelOptions options) => new ModelOptionsValidator().Validate(null, options).Failures ?? [];
}
