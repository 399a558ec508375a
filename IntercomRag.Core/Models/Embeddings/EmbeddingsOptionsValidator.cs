using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Embeddings;

/// <summary>As <see cref="ModelOptionsValidator"/>.</summary>
internal sealed class EmbeddingsOptionsValidator : IValidateOptions<EmbeddingsOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingsOptions options)
    {
        var failures = ServerSettings.Check(EmbeddingsOptions.Section, options.Endpoint, options.Name, options.ApiKey, options.Recording).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
