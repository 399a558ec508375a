using System.Text.Json.Nodes;

namespace IntercomRag.ModelStub.Brains;

/// <summary>The prompt <c>answer</c>: <c>{"answerable":true,"sentences":[{"text":"…","passages":["p1"]}]}</c>.</summary>
internal sealed class AnswerBrain : IStubBrain
{
    private const int MostSentences = 3;

    // Of the words of the question, in one sentence: less is another subject.
    private const double LeastShare = 0.3;

    public string Name => "answer";

    public bool Knows(StubPrompt prompt) => prompt.Asks("answerable");

    public JsonObject Answer(StubPrompt prompt)
    {
        var question = Words.Stems(prompt.Message);
        if (question.Count < 2)
        {
            question.UnionWith(prompt.Earlier.TakeLast(1).SelectMany(Words.Stems));
        }

        var best = prompt.Passages
            .SelectMany((passage, place) => SentencesOf(passage).Select((text, i) => (passage.Kind, Text: text, Place: (place, i), Share: Share(question, text))))
            .Where(sentence => sentence.Share >= LeastShare)
            .OrderByDescending(sentence => sentence.Share)
            .ThenBy(sentence => sentence.Place)
            .Take(MostSentences)
            .OrderBy(sentence => sentence.Place);
        return Write(best.Select(sentence => new StubSentence(Rewrite(sentence.Text), sentence.Kind)));
    }

    public JsonObject Obey(StubPrompt prompt)
    {
        string[] ids = [.. prompt.Passages.Select(passage => passage.Kind).DefaultIfEmpty("p1")];
        return Write(Obedience.Says(prompt).Select(text => new StubSentence(text, ids)));
    }

    public static JsonObject Write(IEnumerable<StubSentence> sentences)
    {
        var array = new JsonArray([.. sentences.Select(sentence => new JsonObject
        {
            ["text"] = sentence.Text,
            ["passages"] = new JsonArray([.. sentence.Passages.Select(id => JsonValue.Create(id))]),
        })]);
        return new JsonObject { ["answerable"] = array.Count > 0, ["sentences"] = array };
    }

    // The first line of a passage is its title.
    private static IEnumerable<string> SentencesOf(Material passage) => Sentences.Of(passage.Text).Skip(1);

    private static double Share(HashSet<string> question, string sentence) =>
        question.Count == 0 ? 0 : (double)Words.Stems(sentence).Count(question.Contains) / question.Count;

    // As lightly as cannot change what is said.
    private static string Rewrite(string text)
    {
        var plain = text
            .Replace("can't", "cannot", StringComparison.Ordinal)
            .Replace("don't", "do not", StringComparison.Ordinal)
            .Replace("doesn't", "does not", StringComparison.Ordinal)
            .Replace("you'll", "you will", StringComparison.Ordinal)
            .Trim();
        return plain.EndsWith('.') || plain.EndsWith('!') || plain.EndsWith('?') || plain.EndsWith(':') ? plain : plain + ".";
    }
}
