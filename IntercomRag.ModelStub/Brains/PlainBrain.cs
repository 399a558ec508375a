using System.Text.Json.Nodes;

namespace IntercomRag.ModelStub.Brains;

/// <summary>Any other prompt: it repeats the message, as far as a stub can converse.</summary>
internal sealed class PlainBrain : IStubBrain
{
    public string Name => "other";

    public bool Knows(StubPrompt prompt) => true;

    public JsonObject Answer(StubPrompt prompt) => new() { ["text"] = prompt.Message };

    public JsonObject Obey(StubPrompt prompt) => new() { ["text"] = string.Join('\n', Obedience.Says(prompt)) };
}
