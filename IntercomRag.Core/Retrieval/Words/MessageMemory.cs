using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>
/// What the latest messages found: every turn hears its conversation again from the beginning, and only its end is new. The messages themselves
/// are not kept. Safe for threads.
/// </summary>
internal sealed class MessageMemory
{
    /// <summary>Messages of each of the two generations. A message that is not asked for while as many others are is forgotten; 13 MiB in all at most.</summary>
    private const int Most = 1_000;

    private readonly Lock _lock = new();
    private Dictionary<(UInt128 Message, int Audiences), IReadOnlyList<WordMatch>> _young = [];
    private Dictionary<(UInt128 Message, int Audiences), IReadOnlyList<WordMatch>> _old = [];

    public IReadOnlyList<WordMatch> GetOrAdd(string text, IEnumerable<Audience> audiences, Func<IReadOnlyList<WordMatch>> search)
    {
        var key = (HashOf(text), audiences.Aggregate(0, (all, audience) => all | (1 << (int)audience)));
        lock (_lock)
        {
            if (_young.TryGetValue(key, out var known))
            {
                return known;
            }

            if (_old.TryGetValue(key, out known))
            {
                Add(key, known);
                return known;
            }
        }

        var found = search();
        lock (_lock)
        {
            Add(key, found);
        }

        return found;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _young = [];
            _old = [];
        }
    }

    private static UInt128 HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Add((UInt128, int) key, IReadOnlyList<WordMatch> found)
    {
        if (_young.Count == Most)
        {
            (_old, _young) = (_young, []);
        }

        _young[key] = found;
    }
}
