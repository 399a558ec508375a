namespace IntercomRag.Core.Knowledge.Index;

/// <summary>A state of the index.</summary>
/// <param name="File">Identity of the store: another one was filled anew, and has nothing to do with what was read before.</param>
/// <param name="Number">Grows with every change of an article or of its vectors.</param>
public readonly record struct IndexVersion(string File, long Number);
