namespace IntercomRag.Core.Knowledge.Index;

/// <param name="Term">An analysed word.</param>
/// <param name="Weight">Above 0; 1 for a word of the customer's last message.</param>
public readonly record struct WeightedTerm(string Term, double Weight);
