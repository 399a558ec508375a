using System.Text;
using System.Text.Json;

namespace IntercomRag.Eval.Results;

/// <summary>
/// Results as a file: a property a line and a conversation a line, so that two of them can be compared with any tool, and a baseline reviewed.
/// </summary>
public static class ResultFile
{
    public static async Task WriteAsync(RunResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync("{");
        await Property("run", result.Run);
        await Map("metrics", result.Metrics);
        await Map("slices", result.Slices);
        if (result.Advice is { } advice)
        {
            await Map("advice", advice);
        }

        await Property("charts", result.Charts);
        await Property("warnings", result.Warnings);
        await writer.WriteLineAsync("\"conversations\":[");
        for (var i = 0; i < result.Conversations.Count; i++)
        {
            await writer.WriteLineAsync(Json(result.Conversations[i]) + (i + 1 < result.Conversations.Count ? "," : ""));
        }

        await writer.WriteLineAsync("]}");
        await writer.FlushAsync(cancellationToken);

        Task Property<T>(string name, T value) => writer.WriteLineAsync($"\"{name}\":{Json(value)},");

        async Task Map<T>(string name, IReadOnlyDictionary<string, T> values)
        {
            await writer.WriteLineAsync($"\"{name}\":{{");
            var last = values.Count - 1;
            foreach (var (i, (key, value)) in values.Index())
            {
                await writer.WriteLineAsync($"{Json(key)}:{Json(value)}{(i < last ? "," : "")}");
            }

            await writer.WriteLineAsync("},");
        }

        static string Json<T>(T value) => JsonSerializer.Serialize(value, ResultJson.Options);
    }

    /// <exception cref="EvalException">It is no file of results.</exception>
    public static RunResult Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<RunResult>(stream, ResultJson.Options) ?? throw new EvalException($"{path}: the file holds null.");
        }
        catch (JsonException exception)
        {
            throw new EvalException($"{path}:{exception.LineNumber + 1}: no file of results: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }
}
