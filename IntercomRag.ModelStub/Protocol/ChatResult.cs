using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.ModelStub.Protocol;

/// <summary>Sends an answer, whole or as <c>data:</c> events, or the part of it that the behaviour lets out.</summary>
internal sealed record ChatResult(ChatAnswer Answer, ChatCall Call, BehaviourKind Behaviour) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (!Call.Streams || Behaviour == BehaviourKind.NoStream)
        {
            await SendWholeAsync(httpContext);
            return;
        }

        response.ContentType = "text/event-stream";
        await SendAsync(response, Answer.Begin);
        var pieces = Answer.Pieces.ToList();
        foreach (var piece in IsCut ? pieces.Take((pieces.Count + 1) / 2) : pieces)
        {
            await SendAsync(response, Answer.Piece(piece));
        }

        switch (Behaviour)
        {
            case BehaviourKind.HalfStream:
                await CutAsync(httpContext);
                return;
            case BehaviourKind.Stalls:
                await StallAsync(httpContext);
                return;
            case BehaviourKind.ShortStream:
                return;
        }

        await SendAsync(response, Answer.End);
        if (Call.WantsUsage)
        {
            await SendAsync(response, Answer.Count);
        }

        await response.WriteAsync("data: [DONE]\n\n", httpContext.RequestAborted);
    }

    private bool IsCut => Behaviour is BehaviourKind.HalfStream or BehaviourKind.ShortStream or BehaviourKind.Stalls;

    private async Task SendWholeAsync(HttpContext context)
    {
        if (IsCut)
        {
            var json = JsonSerializer.Serialize(Answer.Whole);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json[..(json.Length / 2)], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await (Behaviour == BehaviourKind.Stalls ? StallAsync(context) : CutAsync(context));
            return;
        }

        await context.Response.WriteAsJsonAsync(Answer.Whole, context.RequestAborted);
    }

    // Flushed first: what was written must arrive before the connection breaks.
    private static async Task CutAsync(HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static Task StallAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    private static async Task SendAsync(HttpResponse response, object chunk)
    {
        await response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }
}
