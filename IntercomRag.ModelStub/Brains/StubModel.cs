using System.Text.Encodings.Web;
using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.ModelStub.Brains;

/// <summary>The text of an answer: the brain's own, or what the behaviour makes of it.</summary>
public sealed class StubModel(IEnumerable<IStubBrain> brains)
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IStubBrain BrainFor(StubPrompt prompt) => brains.First(brain => brain.Knows(prompt));

    public string Answer(StubPrompt prompt, BehaviourKind behaviour)
    {
        var brain = BrainFor(prompt);
        var text = (behaviour == BehaviourKind.Obedient ? brain.Obey(prompt) : Lies.Tell(brain.Answer(prompt), prompt, behaviour)).ToJsonString(s_json);
        return behaviour switch
        {
            BehaviourKind.Empty => "",
            BehaviourKind.BrokenJson => text[..(text.Length * 2 / 3)],
            BehaviourKind.Chatty => $"Sure! Here is the answer:\n```json\n{text}\n```\nLet me know if you need more.",
            _ => text,
        };
    }
}
