namespace IntercomRag.Simulator.Rest;

/// <summary>Id of a REST request, in its header and in its error list.</summary>
internal sealed record RequestId(string Value)
{
    public const string Header = "X-Request-Id";

    public static string Of(HttpContext context)
    {
        if (context.Features.Get<RequestId>() is not { } id)
        {
            id = new RequestId(Guid.NewGuid().ToString());
            context.Features.Set(id);
        }

        return id.Value;
    }
}
