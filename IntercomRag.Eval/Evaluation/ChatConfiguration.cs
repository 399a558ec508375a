using Microsoft.Extensions.AI;

namespace IntercomRag.Eval.Evaluation;

/// <summary>The model that a judging evaluator asks.</summary>
public sealed class ChatConfiguration(IChatClient chatClient)
{
    public IChatClient ChatClient { get; } = chatClient;
}
