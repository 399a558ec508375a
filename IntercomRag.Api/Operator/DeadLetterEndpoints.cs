using IntercomRag.Core.Conversations.Inbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntercomRag.Api.Operator;

/// <summary>Dead letters over HTTP; <see cref="DeadLetterCommand"/> is the same at the command line.</summary>
internal static class DeadLetterEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/dead-letters");
        letters.MapGet("", ListAsync);
        letters.MapGet("/{id}", FindAsync);
        letters.MapDelete("/{id}", DiscardAsync);
        letters.MapPost("/{id}/redrive", RedriveAsync);
        letters.MapPost("/redrive", RedriveAllAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<DeadLetterView>>, ProblemHttpResult>> ListAsync(
        IDeadLetters letters, CancellationToken cancellationToken, int limit = DefaultLimit)
    {
        if (limit is < 1 or > MaxLimit)
        {
            return TypedResults.Problem($"limit must be from 1 to {MaxLimit}.", statusCode: StatusCodes.Status400BadRequest);
        }

        var found = await letters.ReadAsync(limit, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<DeadLetterView>>([.. found.Select(DeadLetterView.Of)]);
    }

    private static async Task<Results<Ok<DeadLetterView>, NotFound>> FindAsync(string id, IDeadLetters letters, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) is { } letter ? TypedResults.Ok(DeadLetterView.Of(letter)) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> DiscardAsync(string id, IDeadLetters letters, CancellationToken cancellationToken) =>
        await letters.DiscardAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<Ok<RedriveAnswer>, NotFound, ProblemHttpResult>> RedriveAsync(
        string id, IDeadLetters letters, CancellationToken cancellationToken) => await letters.RedriveAsync(id, cancellationToken) switch
    {
        RedriveResult.Redriven => TypedResults.Ok(new RedriveAnswer(1)),
        RedriveResult.NotFound => TypedResults.NotFound(),
        _ => TypedResults.Problem("The record is damaged and can only be discarded.", statusCode: StatusCodes.Status409Conflict),
    };

    private static async Task<Ok<RedriveAnswer>> RedriveAllAsync(IDeadLetters letters, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RedriveAnswer(await letters.RedriveAllAsync(cancellationToken)));
}
