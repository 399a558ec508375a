namespace IntercomRag.Benchmarks.Attacks;

internal enum WriteKind
{
    Reply,
    Button,
    Note,
    Assignment,
    Tag,
}
