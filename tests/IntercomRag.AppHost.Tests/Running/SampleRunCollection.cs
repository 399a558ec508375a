namespace IntercomRag.AppHost.Tests.Running;

/// <summary>Runs of five processes each: one after the other.</summary>
[CollectionDefinition(nameof(SampleRun))]
public sealed class SampleRunCollection;
