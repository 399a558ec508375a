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
/// <param name="Strict">Of these measures not even one more may turn wrong than right, unless the change mends at least half as many.</param>
/// <param name="Steady">
/// What no label judges, and so is held to what it was: <c>team</c>, <c>tone</c>. Compared where the decision is the same; more than
/// <paramref name="NewlyWrong"/> differences fail until a new baseline is accepted.
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
    IReadOnlyList<string> Strict,
    IReadOnlyList<string> Steady,
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
            if (rules is not { Alpha: > 0 and < 1, NewlyWrong: >= 0 })
            {
                throw new EvalException($"{path}: alpha must be above 0 and below 1, newly_wrong 0 or more.");
            }

            if (rules.Strict.FirstOrDefault(metric => !rules.Judging.Contains(metric)) is { } unknown)
            {
                throw new EvalException($"{path}: strict names {unknown}, which judging does not.");
            }

            return rules.Steady.FirstOrDefault(fact => !SteadyFacts.Names.Contains(fact)) is { } fact
                ? throw new EvalException($"{path}: steady names \"{fact}\"; it knows {string.Join(", ", SteadyFacts.Names)}.")
                : rules;
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
