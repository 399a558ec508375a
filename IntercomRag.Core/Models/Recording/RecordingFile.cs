using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Models.Recording;

/// <summary>
/// A JSON Lines file of what servers answered, sorted, so that a recording of the same requests is the same file and a difference is readable.
/// </summary>
internal sealed class RecordingFile<T>
    where T : class, IRecorded
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,

        // Read by people: French stays French.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _writing = new();
    private readonly string _path;
    private readonly ConcurrentDictionary<string, T> _entries;

    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public RecordingFile(string path)
    {
        _path = path;
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        _entries = new(lines.Select((line, i) => (line, Number: i + 1)).Where(line => line.line.Length > 0).Select(line => Read(path, line.line, line.Number))
            .DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry)), StringComparer.Ordinal);
    }

    public T? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>Adds entries and writes the file, which is whole at any moment.</summary>
    public void Add(params IEnumerable<T> entries)
    {
        lock (_writing)
        {
            foreach (var entry in entries)
            {
                _entries[entry.Key] = entry;
            }

            var lines = _entries.Values.OrderBy(each => each.Order, StringComparer.Ordinal).Select(each => JsonSerializer.Serialize(each, s_json) + "\n");
            var next = $"{_path}.new";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
            File.WriteAllText(next, string.Concat(lines));
            File.Move(next, _path, overwrite: true);
        }
    }

    private static T Read(string path, string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, s_json) ?? throw new JsonException("The line is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}, line {number}: this is no recorded answer.", exception);
        }
    }
}
