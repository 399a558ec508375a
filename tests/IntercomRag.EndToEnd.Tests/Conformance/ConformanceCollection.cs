namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>The conformance tests start whole sets of processes: one after another, and beside no test that measures time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConformanceCollection : ICollectionFixture<PrismProxy>
{
    public const string Name = "Conformance";
}
