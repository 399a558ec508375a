using IntercomRag.Simulator.Rest.Shapes;

namespace IntercomRag.Simulator.Rest;

/// <summary>What the gate learned of a request; endpoints take it as a parameter.</summary>
/// <param name="ReceivedAt">When the request came in, before any fault held it back.</param>
/// <param name="BaseUrl">Address that the caller used, without a trailing slash, for absolute links.</param>
public sealed record IntercomCall(ApiVersion Version, DateTimeOffset ReceivedAt, string BaseUrl)
{
    public ConversationFormat Html => new(Version, PlainText: false);

    /// <param name="displayAs">The query parameter <c>display_as</c>.</param>
    public ConversationFormat Format(string? displayAs) => new(Version, displayAs == "plaintext");

    public static ValueTask<IntercomCall?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<IntercomCall>());
}
