namespace Aspire.Hosting;

/// <summary>What the application model is evaluated for. On this host always to run it: publishing is left to Aspire.</summary>
public sealed class DistributedApplicationExecutionContext
{
    internal DistributedApplicationExecutionContext()
    {
    }

    /// <summary>True: the resources are to be started.</summary>
    public bool IsRunMode => !IsPublishMode;

    /// <summary>False: nothing is written for another host.</summary>
    public bool IsPublishMode { get; }
}
