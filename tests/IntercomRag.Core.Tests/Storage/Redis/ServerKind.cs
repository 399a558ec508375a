namespace IntercomRag.Core.Tests.Storage.Redis;

public enum ServerKind
{
    Garnet,
    Redis,
}
