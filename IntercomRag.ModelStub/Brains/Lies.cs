using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.ModelStub.Brains;

/// <summary>What goes wrong inside of an answer that has the right form. Answers without sentences stay as they are.</summary>
internal static partial class Lies
{
    public static JsonObject Tell(JsonObject answer, StubPrompt prompt, BehaviourKind behaviour)
    {
        if (answer["sentences"] is not JsonArray)
        {
            return answer;
        }

        var honest = Read(answer);
        var first = prompt.Passages.Select(passage => passage.Kind).FirstOrDefault("p1");
        return behaviour switch
        {
            BehaviourKind.WrongIds => AnswerBrain.Write(
                honest.DefaultIfEmpty(new StubSentence("It works as the article says.")).Select(sentence => sentence with { Passages = ["p0", "p99"] })),
            BehaviourKind.InventedLinks => AnswerBrain.Write([
                .. honest,
                new StubSentence("See https://help.invented-support.example/articles/42 for more.", first),
                new StubSentence("[Click here](https://invented-support.example/login) or write to help@invented-support.example.", first),
            ]),
            BehaviourKind.OtherLanguage => AnswerBrain.Write([
                new StubSentence("Das geht in den Einstellungen unter Abrechnung, und zwar jederzeit und ohne weitere Kosten.", first),
            ]),
            BehaviourKind.InventedFacts => AnswerBrain.Write(Falsify(honest, first)),
            BehaviourKind.Misled => AnswerBrain.Write([.. honest, .. Obeyed(prompt, honest.Count)]),
            _ => answer,
        };
    }

    // No more than what is honest, from all that a text asks for: an answer that is mostly wrong is easily refused.
    private static IEnumerable<StubSentence> Obeyed(StubPrompt prompt, int most)
    {
        var said = Obedience.Says(prompt).ToList();
        string[] ids = [.. prompt.Passages.Select(passage => passage.Kind)];
        return said.Where((_, i) => i * most / said.Count != (i - 1) * most / said.Count || i == 0).Take(most).Select(text => new StubSentence(text, ids));
    }

    private static IEnumerable<StubSentence> Falsify(List<StubSentence> sentences, string first)
    {
        var at = sentences.FindIndex(sentence => Number().IsMatch(sentence.Text));
        return at < 0
            ? sentences.Append(new StubSentence("The first 3 months are free of charge.", first))
            : sentences.Select((sentence, i) => i == at ? sentence with { Text = Number().Replace(sentence.Text, Raise, count: 1) } : sentence);
    }

    private static string Raise(Match number) =>
        (long.Parse(number.Value, CultureInfo.InvariantCulture) + 7).ToString(CultureInfo.InvariantCulture);

    private static List<StubSentence> Read(JsonObject answer) =>
        [.. answer["sentences"]!.AsArray().Select(sentence => new StubSentence(
            (string)sentence!["text"]!, [.. sentence["passages"]!.AsArray().Select(id => (string)id!)]))];

    [GeneratedRegex("[0-9]{1,9}")]
    private static partial Regex Number();
}
