using System.Text.Json.Nodes;

namespace IntercomRag.ModelStub.Brains;

/// <summary>Answers one kind of prompt.</summary>
public interface IStubBrain
{
    /// <summary>Of the prompt, such as <c>answer</c>.</summary>
    string Name { get; }

    /// <summary>Whether the form of the answer is that of this prompt.</summary>
    bool Knows(StubPrompt prompt);

    /// <summary>What a modest model answers.</summary>
    JsonObject Answer(StubPrompt prompt);

    /// <summary>What a model answers that does whatever it reads.</summary>
    JsonObject Obey(StubPrompt prompt);
}
