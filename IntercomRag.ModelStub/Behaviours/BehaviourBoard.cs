using Microsoft.Extensions.Options;

namespace IntercomRag.ModelStub.Behaviours;

/// <summary>The behaviour in force, and how often it still applies; after that the stub is honest.</summary>
public sealed class BehaviourBoard(IOptions<StubOptions> options)
{
    private readonly Lock _gate = new();
    private Behaviour _current = new(BehaviourNames.Find(options.Value.Behaviour) ?? BehaviourKind.Honest);

    public Behaviour Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    public void Set(Behaviour behaviour)
    {
        lock (_gate)
        {
            _current = behaviour;
        }
    }

    /// <summary>Takes the behaviour for one request.</summary>
    public BehaviourKind Take(string prompt)
    {
        lock (_gate)
        {
            if (_current.Prompt is not null && _current.Prompt != prompt)
            {
                return BehaviourKind.Honest;
            }

            if (_current.Times is { } times)
            {
                var kind = times > 0 ? _current.Kind : BehaviourKind.Honest;
                _current = times > 1 ? _current with { Times = times - 1 } : new Behaviour(BehaviourKind.Honest);
                return kind;
            }

            return _current.Kind;
        }
    }
}
