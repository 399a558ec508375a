using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntercomRag.ModelStub.Brains;

/// <summary>The prompt <c>question</c>: <c>{"question":"How do I export the members?"}</c>.</summary>
internal sealed partial class QuestionBrain : IStubBrain
{
    // A message of fewer words that carry meaning leans on what was said before it.
    private const int Enough = 3;

    public string Name => "question";

    public bool Knows(StubPrompt prompt) => prompt.Asks("question");

    public JsonObject Answer(StubPrompt prompt)
    {
        var message = Greeting().Replace(prompt.Message, "").Trim();
        var words = Words.Of(message).Count();
        var earlier = prompt.Earlier is [.., var last] ? last : null;
        return Write(words is > 0 and < Enough && earlier is not null ? $"{earlier.TrimEnd('?', '.', ' ')}: {message}" : words == 0 ? "" : message);
    }

    public JsonObject Obey(StubPrompt prompt) => Write(string.Join(' ', Obedience.Says(prompt).Append(prompt.Message)));

    private static JsonObject Write(string question) => new() { ["question"] = question };

    [GeneratedRegex(@"^\s*(bonjour|bonsoir|salut|hello|hi|hey)\b[ ,!.]*|\b(merci( d'avance)?|thanks( in advance)?|thank you)[ !.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();
}
