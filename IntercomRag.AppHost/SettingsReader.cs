using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace IntercomRag.AppHost;

/// <summary>Reads settings one by one and gathers what is wrong with them, so that all of it is told at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    /// <summary>A sentence for each setting that cannot be used.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The value of a setting, or null when it is absent or empty.</summary>
    public string? Text(string key) => configuration[key] is { Length: > 0 } text ? text : null;

    /// <summary>A whole number from 1 to <paramref name="max"/>.</summary>
    public int Number(string key, int fallback, int max)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
        {
            return number;
        }

        _problems.Add($"{key} is '{text}', but has to be a whole number from 1 to {max}. {HowToSet(key, fallback.ToString(CultureInfo.InvariantCulture))}");
        return fallback;
    }

    /// <summary>The full path of a file, because the services run in another folder than the person who typed it.</summary>
    public string? ExistingFile(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var path = Path.GetFullPath(text);
        if (!File.Exists(path))
        {
            _problems.Add($"{key} names the file '{path}', which does not exist.");
        }

        return path;
    }

    /// <summary>Both halves of the credentials, or null when there is neither.</summary>
    public IntercomCredentials? Credentials()
    {
        const string tokenKey = "Intercom:AccessToken";
        const string secretKey = "Intercom:ClientSecret";
        var token = Text(tokenKey) ?? Parameter("intercom-access-token");
        var secret = Text(secretKey) ?? Parameter("intercom-client-secret");

        if (token is null == secret is null)
        {
            return token is null ? null : new IntercomCredentials(token, secret!);
        }

        var (given, missing) = token is null ? (secretKey, tokenKey) : (tokenKey, secretKey);
        _problems.Add($"{given} is set, but {missing} is not, and a workspace needs both. {HowToSet(missing, "...")} Without either, the demo workspace runs.");
        return null;
    }

    /// <summary>The settings of <paramref name="keys"/> that are there, under the names of environment variables.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables(params string[] keys) =>
        from key in keys
        let text = Text(key)
        where text is not null
        select KeyValuePair.Create(VariableName(key), text);

    /// <summary>Everything that is set in a section, at any depth, but <paramref name="except"/>, under the names of environment variables.</summary>
    public IEnumerable<KeyValuePair<string, string>> Section(string section, params string[] except) =>
        Variables([.. configuration.GetSection(section).AsEnumerable().Select(entry => entry.Key).Except(except, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]);

    // Aspire reads a parameter under its own name and with underscores, which an environment variable can carry.
    private string? Parameter(string name) => Text($"Parameters:{name}") ?? Text($"Parameters:{name.Replace('-', '_')}");

    private static string HowToSet(string key, string example) => $"Set it with --{key} {example} or with the environment variable {VariableName(key)}={example}.";

    private static string VariableName(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
