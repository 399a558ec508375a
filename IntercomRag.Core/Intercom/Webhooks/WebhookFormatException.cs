namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>
/// A notification that does not have the form Intercom documents. Says where and what was expected, never what stood there: the
/// content may be a customer's.
/// </summary>
public sealed class WebhookFormatException(string path, string expected) : Exception($"{path}: expected {expected}")
{
    /// <summary>JSON path of the offending value, such as <c>$.data.item.id</c>.</summary>
    public string Path { get; } = path;

    /// <summary>What should have stood there, such as <c>a string or a number</c>.</summary>
    public string Expected { get; } = expected;
}
