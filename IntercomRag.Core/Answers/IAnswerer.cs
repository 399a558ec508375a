namespace IntercomRag.Core.Answers;

/// <summary>Composes an answer from evidence. It sends nothing and decides nothing.</summary>
public interface IAnswerer
{
    Task<ComposedAnswer> ComposeAsync(AnswerRequest request, CancellationToken cancellationToken);
}
