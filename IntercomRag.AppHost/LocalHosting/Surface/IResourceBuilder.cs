namespace Aspire.Hosting.ApplicationModel;

/// <summary>Configures one resource. Covariant, so that a list of builders of any kind can be waited for.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>The resource that is being configured.</summary>
    T Resource { get; }
}
