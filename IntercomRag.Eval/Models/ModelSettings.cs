using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Core.Models.Recording;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Configuration;

namespace IntercomRag.Eval.Models;

/// <summary>Where the settings of models come from: environment variables, as the services take them, or a file of recorded answers alone.</summary>
public static class ModelSettings
{
    /// <summary>Section of the model that judges.</summary>
    public const string Judge = "Judge";

    private const string Recording = nameof(ModelOptions.Recording);

    /// <summary>Vectors are recorded beside the answers: <c>answers.jsonl</c>, <c>answers.vectors.jsonl</c>.</summary>
    public static string VectorsOf(string answers) => Path.ChangeExtension(answers, ".vectors.jsonl");

    /// <summary>The sections of the model and of the embeddings. To replay, nothing is taken from the environment.</summary>
    /// <exception cref="EvalException">The recorded answers cannot be read.</exception>
    public static IConfiguration Of(RecordingOptions recording)
    {
        var (answers, mode) = (recording.File ?? "", recording.Mode);
        return mode switch
        {
            RecordingMode.Replay => Build(
                null,
                [
                    .. File(ModelOptions.Section, mode, answers),
                    new($"{ModelOptions.Section}:{nameof(ModelOptions.Name)}", RecordedName.Of(answers)),
                    .. System.IO.File.Exists(VectorsOf(answers)) ? Vectors(VectorsOf(answers)) : [],
                ]),
            RecordingMode.Record => Build(Environment(), [.. File(ModelOptions.Section, mode, answers), .. File(EmbeddingsOptions.Section, mode, VectorsOf(answers))]),
            _ => Build(Environment(), []),
        };
    }

    /// <summary>
    /// The section <see cref="Judge"/>, in the place of that of the model. What it does not set is the model's, unless it names a server of its own: no
    /// key goes to a server that it was not meant for.
    /// </summary>
    public static IConfiguration OfJudge() => OfJudge(Environment());

    internal static IConfiguration OfJudge(IConfiguration environment)
    {
        var own = SettingsOf(environment, Judge);
        var model = own.ContainsKey(nameof(ModelOptions.Endpoint)) ? [] : SettingsOf(environment, ModelOptions.Section);
        var settings = model.Where(setting => !setting.Key.StartsWith(Recording, StringComparison.OrdinalIgnoreCase) && !own.ContainsKey(setting.Key)).Concat(own);
        return Build(null, [.. settings.Select(setting => KeyValuePair.Create($"{ModelOptions.Section}:{setting.Key}", setting.Value))]);
    }

    private static Dictionary<string, string?> SettingsOf(IConfiguration environment, string section) => environment.GetSection(section)
        .AsEnumerable(makePathsRelative: true)
        .Where(setting => setting.Value is not null)
        .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);

    private static KeyValuePair<string, string?>[] File(string section, RecordingMode mode, string path) =>
    [
        new($"{section}:{Recording}:{nameof(RecordingOptions.Mode)}", mode.ToString()),
        new($"{section}:{Recording}:{nameof(RecordingOptions.File)}", path),
    ];

    private static KeyValuePair<string, string?>[] Vectors(string path) =>
    [
        .. File(EmbeddingsOptions.Section, RecordingMode.Replay, path),
        new($"{EmbeddingsOptions.Section}:{nameof(EmbeddingsOptions.Name)}", RecordedName.Of(path)),
    ];

    private static IConfiguration Environment() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    // The replay captures text, and so do the spans of the model in it.
    private static IConfiguration Build(IConfiguration? environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = new ConfigurationBuilder();
        if (environment is not null)
        {
            builder.AddConfiguration(environment);
        }

        return builder
            .AddInMemoryCollection([.. settings, new($"{TelemetryOptions.Section}:{nameof(TelemetryOptions.CaptureText)}", "true")])
            .Build();
    }
}
