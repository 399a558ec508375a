namespace IntercomRag.AppHost.Tests.Running;

/// <summary>What a sample service says of itself at <c>/process</c>.</summary>
internal sealed record DescribedProcess(int Id, string Folder, Dictionary<string, string> Variables);
