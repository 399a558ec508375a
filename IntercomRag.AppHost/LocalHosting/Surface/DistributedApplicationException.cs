namespace Aspire.Hosting;

/// <summary>The application model contradicts itself.</summary>
public sealed class DistributedApplicationException : Exception
{
    internal DistributedApplicationException(string message)
        : base(message)
    {
    }
}
