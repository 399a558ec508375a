using System.Text.Json;

namespace IntercomRag.Eval.Models;

/// <summary>
/// The name under which a model was asked whose answers a file holds: a replay has to ask for the same. A line has
/// <c>"model":"gpt-4o-mini-2024-07-18","asked":"gpt-4o-mini"</c>, or <c>"model"</c> alone where both are one.
/// </summary>
internal static class RecordedName
{
    /// <exception cref="EvalException">The file cannot be read, or tells no name, or several.</exception>
    public static string Of(string path)
    {
        try
        {
            var names = File.ReadLines(path).Index().Where(line => line.Item.Length > 0).Select(line => Read(path, line.Item, line.Index + 1)).Distinct(StringComparer.Ordinal).ToList();
            return names switch
            {
                [var name] => name,
                [] => throw new EvalException($"{path}: no answer is recorded in it."),
                _ => throw new EvalException($"{path}: answers of several models, {string.Join(" and ", names.Order(StringComparer.Ordinal))}; record each in a file of its own."),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    private static string Read(string path, string line, int number)
    {
        try
        {
            var entry = JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web);
            return entry?.Asked ?? entry?.Model ?? throw new EvalException($"{path}:{number}: the answer does not say of which model it is.");
        }
        catch (JsonException exception)
        {
            throw new EvalException($"{path}:{number}: no recorded answer: {exception.Message}", exception);
        }
    }

    private sealed record Line(string? Model, string? Asked);
}
