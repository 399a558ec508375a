namespace IntercomRag.Core.Intercom.Errors;

/// <summary>Intercom could not be reached, or gave no answer to a read. Nothing was changed.</summary>
public sealed class IntercomUnavailableException(string endpoint, int tries, Exception inner)
    : IntercomException(endpoint, $"{endpoint} had no answer in {tries} tries: {inner.Message}", inner)
{
    public override bool IsTransient => true;
}
