using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Models.Structure;

/// <summary>The form in which an answer is wanted, and whether one has it.</summary>
internal abstract class AnswerForm(ChatResponseFormatJson format)
{
    /// <summary>Strict JSON schema: every member required, and no other.</summary>
    public ChatResponseFormatJson Format { get; } = format;

    public abstract bool CanRead(ChatResponse response);
}
