namespace IntercomRag.Core.Intercom.Errors;

/// <summary>
/// A write left this machine and its fate is unknown: no answer, a server error, or an answer that cannot be read. Intercom has no
/// idempotency keys, so whoever wants to write again has to read the conversation first and look for what was written.
/// </summary>
public sealed class IntercomWriteUnknownException(string endpoint, Exception inner)
    : IntercomException(endpoint, $"{endpoint} may or may not have been carried out: {inner.Message}", inner)
{
    public override bool IsTransient => false;
}
