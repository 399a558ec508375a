namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that the application consists of.</summary>
public interface IResource
{
    /// <summary>The name that logs, variables and other resources know it by.</summary>
    string Name { get; }
}
