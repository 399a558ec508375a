using IntercomRag.AppHost.LocalHosting.Model;
using IntercomRag.AppHost.LocalHosting.Running;

namespace Aspire.Hosting;

/// <summary>Parameters in the model.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a value that is read from <c>Parameters:NAME</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        var local = (LocalApplicationBuilder)builder;
        return local.Add(new ParameterResource(name, () => local.Parameter(name) ?? throw new LocalHostException(
            $"The parameter '{name}' has no value. Set it with the environment variable Parameters__{name.Replace('-', '_')}.")));
    }

    /// <summary>Adds a value that the model knows itself.</summary>
    /// <exception cref="ArgumentException">A secret was to be published.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        if (secret && publishValueAsDefault)
        {
            throw new ArgumentException($"Parameter '{name}' cannot be a secret and be published with its value.", nameof(secret));
        }

        return ((LocalApplicationBuilder)builder).Add(new ParameterResource(name, () => value));
    }
}
