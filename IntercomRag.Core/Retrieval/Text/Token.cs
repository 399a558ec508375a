namespace IntercomRag.Core.Retrieval.Text;

/// <summary>A word of a text.</summary>
/// <param name="Word">Folded: <c>annulées</c> is <c>annulees</c>.</param>
/// <param name="Stem">What its forms share: <c>annul</c>.</param>
/// <param name="IsStopWord">It says how something is put, not what it is about.</param>
public readonly record struct Token(string Word, string Stem, bool IsStopWord);
