namespace Aspire.Hosting;

/// <summary>Where a project of this solution is. The build writes one class for each project reference, in the namespace Projects.</summary>
public interface IProjectMetadata
{
    /// <summary>Full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Full path of the assembly that the build made of it. Aspire has no such member: it starts a project with <c>dotnet run</c>.</summary>
    internal string AssemblyPath { get; }
}
