namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>Faults hit everybody in a workspace: one test at a time, and beside no test that measures time.</summary>
[CollectionDefinition(nameof(FaultsCollection), DisableParallelization = true)]
public sealed class FaultsCollection : ICollectionFixture<FaultyProduct>;
