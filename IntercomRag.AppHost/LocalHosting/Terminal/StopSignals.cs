using System.Runtime.InteropServices;

namespace IntercomRag.AppHost.LocalHosting.Terminal;

/// <summary>Ctrl+C, SIGTERM and a closed terminal. The first asks to stop, the second will not wait for it.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly CancellationTokenSource _insisted = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
            .Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];

    public CancellationToken Requested => _requested.Token;

    public CancellationToken Insisted => _insisted.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _requested.Dispose();
        _insisted.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        (_requested.IsCancellationRequested ? _insisted : _requested).Cancel();
    }
}
