namespace IntercomRag.Core.Prompts;

/// <summary>What a model is asked for; each has a file in every language, such as <c>policies/prompts/answer.fr.md</c>.</summary>
public enum PromptName
{
    /// <summary>An answer from passages of the Help Center.</summary>
    Answer,

    /// <summary>Which intent and signals a message shows.</summary>
    Intent,

    /// <summary>The customer's question, readable without the conversation.</summary>
    Question,

    /// <summary>Which sentences of an answer their passages do not support.</summary>
    Verify,
}
