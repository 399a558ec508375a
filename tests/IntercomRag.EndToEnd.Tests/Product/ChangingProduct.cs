namespace IntercomRag.EndToEnd.Tests.Product;

/// <summary>A start of its own for tests that change articles: every word of every article has a part in how the others are ranked.</summary>
public sealed class ChangingProduct : RunningProduct;
