using IntercomRag.Core.Models;

namespace IntercomRag.Core.Tests.Models;

/// <summary>Answers each prompt with what was put there for it; a prompt without an answer fails.</summary>
internal sealed class ScriptedModel : IModel
{
    private readonly Dictionary<string, object> _answers = [];

    public bool IsConfigured => true;

    public List<ModelQuestion> Asked { get; } = [];

    /// <summary>Why a prompt without an answer has none.</summary>
    public ModelFailure Failure { get; set; } = ModelFailure.Unavailable;

    public ScriptedModel On(string prompt, object answer)
    {
        _answers[prompt] = answer;
        return this;
    }

    public Task<ModelAnswer<T>> AskAsync<T>(ModelQuestion question, CancellationToken cancellationToken)
        where T : class
    {
        Asked.Add(question);
        return Task.FromResult(_answers.TryGetValue(question.Prompt.Name, out var answer) ? new ModelAnswer<T>((T)answer, null) : new ModelAnswer<T>(null, Failure));
    }
}
