namespace IntercomRag.Api.Tests.Webhooks;

/// <summary>Bytes of which nobody can tell the length beforehand.</summary>
internal sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
