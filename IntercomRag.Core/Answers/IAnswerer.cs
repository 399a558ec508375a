namespace IntercomRag.Core.Answers;

/// <summary>Composes an answer from evidence. It sends nothing and decides nothing.</summary>
public interface IAnswerer
{
    /// <summary>Null when the evidence holds no answer after all.</summary>
    Task<AnswerDraft?> ComposeAsync(AnswerRequest request, CancellationToken cancellationToken);
}
