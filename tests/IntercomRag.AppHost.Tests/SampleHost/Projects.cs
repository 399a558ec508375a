namespace Projects;

internal abstract class Sample : IProjectMetadata
{
    private readonly IProjectMetadata _sample = new SampleService();

    public string ProjectPath => _sample.ProjectPath;

    string IProjectMetadata.AssemblyPath => _sample.AssemblyPath;
}

internal sealed class IntercomRag_Api : Sample;

internal sealed class IntercomRag_Worker : Sample;

internal sealed class IntercomRag_Simulator : Sample;
