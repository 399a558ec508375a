using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntercomRag.Benchmarks.Regressions;

/// <summary>The ways in which a file is changed.</summary>
internal static class Edits
{
    private static readonly JsonDocumentOptions s_reading = new() { CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every occurrence; at least one has to be there.</summary>
    public static Func<string, string> Replace(string find, string replacement) => text => text.Contains(find, StringComparison.Ordinal)
        ? text.Replace(find, replacement, StringComparison.Ordinal)
        : throw new InvalidOperationException($"'{find}' is not there.");

    /// <summary>Changes the one object of a JSON file and writes it without white space.</summary>
    public static Func<string, string> Json(Action<JsonObject> change) => text =>
    {
        var root = JsonNode.Parse(text, documentOptions: s_reading)!.AsObject();
        change(root);
        return root.ToJsonString(s_writing);
    };

    /// <summary>Takes all phrases of a signal away, or all exceptions to them.</summary>
    public static Func<string, string> Without(string signal, string list) =>
        Json(root => (root[signal] ?? throw new InvalidOperationException($"There is no signal '{signal}'."))[list] = new JsonArray());

    public static string ReverseLines(string text) => Joined(Lines(text).AsEnumerable().Reverse());

    /// <summary>Puts the members of an object in the opposite order.</summary>
    public static void Reverse(JsonObject members)
    {
        var reversed = members.Reverse().ToList();
        members.Clear();
        foreach (var (name, value) in reversed)
        {
            members.Add(name, value);
        }
    }

    /// <summary>Puts the items of a list in the opposite order.</summary>
    public static void Reverse(JsonArray items)
    {
        var reversed = items.Reverse().ToList();
        items.Clear();
        foreach (var item in reversed)
        {
            items.Add(item);
        }
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Where(line => line.Length > 0)];

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
