using System.Diagnostics;
using IntercomRag.Sabotage;

/// <summary>
/// .NET calls this before any code of the service (DOTNET_STARTUP_HOOKS). It takes the protection that INTERCOMRAG_WITHOUT names out of the
/// container just before the host is built, so that the service itself needs no switch for it.
/// </summary>
/// <remarks>The runtime looks for this very name outside of any namespace.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime prescribes the name.")]
internal static class StartupHook
{
    private const string Variable = "INTERCOMRAG_WITHOUT";

    public static void Initialize()
    {
        var protection = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} does not say what to take out.");
        DiagnosticListener.AllListeners.Subscribe(new HostBuilding(Protections.Remover(protection)));
    }
}
