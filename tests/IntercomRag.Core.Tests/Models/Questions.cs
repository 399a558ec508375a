using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Structure;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Tests.Models;

/// <summary>Questions as a turn asks them.</summary>
internal static class Questions
{
    public static readonly ChatMessage[] Messages = [new(ChatRole.System, "You sort."), new(ChatRole.User, "Where is Ada's invoice?")];

    public static ModelQuestion Ask(string conversation = "215", int maxOutputTokens = 100) => new(
        new Prompt("intent", "3f9a1c2b7d4e", "You sort.", "Where is Ada's invoice?"), 0.1f, maxOutputTokens, new SubjectKey("demo", conversation));

    public static ChatOptions Options(ModelQuestion? question = null) => new ModelCall(question ?? Ask(), AnswerForm<Reading>.Instance).ToOptions("small");
}
