using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers.Verification;

/// <summary>A sentence that a model wrote and that may stand.</summary>
/// <param name="Text">Without a list mark.</param>
/// <param name="Item">Its place in a list; null for running text.</param>
/// <param name="Passages">What it claims to rest on; empty for a line that says nothing, such as "Here is how:".</param>
/// <param name="Support">Where these passages say it.</param>
public sealed record WrittenSentence(string Text, ListItem? Item, IReadOnlyList<PassageHit> Passages, IReadOnlyList<Citation> Support)
{
    /// <summary>It only leads to what follows.</summary>
    public bool Announces => Text.EndsWith(':');
}
