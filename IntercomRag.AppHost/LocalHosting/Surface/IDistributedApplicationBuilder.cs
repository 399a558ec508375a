using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Collects the resources of an application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Arguments, environment variables and user secrets of the app host.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The environment that the app host runs in, Development under its launch profiles.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>Whether the application is to be run or published.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>Ends the configuration.</summary>
    DistributedApplication Build();
}
