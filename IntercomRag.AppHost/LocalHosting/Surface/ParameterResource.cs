namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from outside the model.</summary>
public sealed class ParameterResource : Resource
{
    private readonly Func<string> _value;

    internal ParameterResource(string name, Func<string> value)
        : base(name) => _value = value;

    internal string Value => _value();
}
