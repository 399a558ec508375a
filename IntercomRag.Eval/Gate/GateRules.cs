using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Eval.Gate;

/// <summary><c>eval/gate.json</c>: what fails a pull request.</summary>
/// <param name="Run">The run that the floors come from.</param>
/// <param name="Alpha">Level of the sign test: how likely a difference by chance alone may be called a regression. Default 0.05.</param>
/// <param name="NewlyWrong">
/// Conversations by which what turned wrong may outnumber what turned right in one measure, at most. Default 1: replays are exact, so the second one is
/// no accident. Changes that mend at least half as many as they break are left to the sign test.
/// </param>
/// <param name="HardZeros">Measures that may fail in no conversation, whatever the baseline has.</param>
/// <param name="Judging">Measures of single conversations that pass or fail, compared pair by pair.</param>
/// <param name="Drops">Numbers of single conversations: by how much the mean may fall before the sign test is asked.</param>
/// <param name="Intervals">Measures of the whole set, and whether more is better: they may not leave the baseline's interval to the bad side.</param>
/// <param name="Floors">The least that a measure may come to.</param>
/// <param name="Ceilings">The most that a measure may come to.</param>
public sealed record GateRules(
    string Run,
    double Alpha,
    int NewlyWrong,
    IReadOnlyList<string> HardZeros,
    IReadOnlyList<string> Judging,
    IReadOnlyDictionary<string, double> Drops,
    IReadOnlyDictionary<string, bool> Intervals,
    IReadOnlyDictionary<string, double> Floors,
    IReadOnlyDictionary<string, double> Ceilings)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="EvalException">The file cannot be used.</exception>
    public static GateRules Read(string path)
    {
        try
        {
            var rules = JsonSerializer.Deserialize<GateRules>(File.ReadAllText(path), s_options) ?? throw new JsonException("the file holds null.");
            return rules is { Alpha: > 0 and < 1, NewlyWrong: >= 0 }
                ? rules
                : throw new EvalException($"{path}: alpha must be above 0 and below 1, newly_wrong 0 or more.");
        }
        catch (JsonException exception)
        {
            throw new EvalException($"{path}: not the rules of a gate: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }
}
