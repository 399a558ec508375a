using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Storage.Sqlite;

internal sealed class SqliteIndexOptionsValidator : IValidateOptions<SqliteIndexOptions>
{
    public ValidateOptionsResult Validate(string? name, SqliteIndexOptions options)
    {
        try
        {
            IndexEndpoint.PathIn(options.ConnectionString);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
