namespace IntercomRag.Core.Answers.Verification;

/// <summary>A part of a sentence that says one thing.</summary>
/// <param name="Text">As it stands.</param>
/// <param name="Names">See <see cref="NameReader"/>.</param>
/// <param name="Sides">See <see cref="Opposites"/>.</param>
internal sealed record Clause(
    string Text, IReadOnlyList<Notion> Notions, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Names, Signs Signs, IReadOnlySet<(int Pair, bool First)> Sides);
