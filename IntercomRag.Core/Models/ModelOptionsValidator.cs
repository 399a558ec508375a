using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models;

/// <summary>Says which setting to change, in the form in which an environment variable carries it. Never repeats a key.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var failures = Check(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(ModelOptions options)
    {
        foreach (var failure in ServerSettings.Check(ModelOptions.Section, options.Endpoint, options.Name, options.ApiKey, options.Recording))
        {
            yield return failure;
        }

        if (options.MoneyPerDay is not null && options is { InputPrice: 0, OutputPrice: 0 })
        {
            yield return "Model__MoneyPerDay cannot be kept to without prices: set Model__InputPrice and Model__OutputPrice, per million tokens.";
        }
    }
}
