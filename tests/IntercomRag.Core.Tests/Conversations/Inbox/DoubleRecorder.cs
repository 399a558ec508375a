using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

/// <summary>What one instrument of one meter factory records.</summary>
internal sealed class DoubleRecorder : IDisposable
{
    private readonly ConcurrentQueue<double> _values = new();
    private readonly MeterListener _listener = new();

    public DoubleRecorder(IMeterFactory meters, string instrumentName)
    {
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Name == instrumentName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _values.Enqueue(value));
        _listener.Start();
    }

    public IReadOnlyCollection<double> Values => _values;

    public void Dispose() => _listener.Dispose();
}
