using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>Says what is wrong with the connection string without repeating it: it may hold a password.</summary>
public sealed class ValidateRedisOptions : IValidateOptions<RedisOptions>
{
    private const string Setting = $"ConnectionStrings__{RedisOptions.ConnectionName}";

    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail(
                $"{Setting} is not set. Set it to the address of a Redis, Valkey or Garnet server, such as localhost:6379.");
        }

        try
        {
            return RedisConnection.Configure(options).EndPoints.Count > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Setting} names no server. Start it with host:port, such as localhost:6379.");
        }
        catch (ArgumentException)
        {
            return ValidateOptionsResult.Fail(
                $"{Setting} cannot be read. Expected host:port, then options such as password=… and ssl=true, separated by commas.");
        }
    }
}
