namespace IntercomRag.EndToEnd.Tests.Pages;

/// <summary>One browser, and nothing else at the same time: these tests measure how long a customer waits.</summary>
[CollectionDefinition(nameof(PagesCollection), DisableParallelization = true)]
public sealed class PagesCollection : ICollectionFixture<Browser>;
