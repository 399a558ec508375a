using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;
using IntercomRag.ModelStub.Brains;
using IntercomRag.ModelStub.Requests;
using Microsoft.Extensions.Options;

namespace IntercomRag.ModelStub.Protocol;

/// <summary><c>POST /v1/chat/completions</c>.</summary>
internal sealed class ChatApi(StubModel model, Gate gate, RequestLog log, TimeProvider time, IOptions<StubOptions> options)
{
    public async Task<IResult> AnswerAsync(JsonElement body, HttpContext context)
    {
        var call = new ChatCall(body);
        var prompt = call.Prompt;
        var name = model.BrainFor(prompt).Name;
        var behaviour = gate.Pass(context.Request, name, body, log, out var problem);
        if ((problem ?? Refusal(call, behaviour)) is { } refusal)
        {
            return refusal;
        }

        await WaitAsync(behaviour, context.RequestAborted);
        var text = model.Answer(prompt, behaviour);
        var id = $"chatcmpl-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.GetRawText())))[..12]}";
        return new ChatResult(
            new ChatAnswer(id, call.Model ?? "stub", time.GetUtcNow().ToUnixTimeSeconds(), text, ChatAnswer.TokensOf(call.Characters)), call, behaviour);
    }

    private static OpenAiProblem? Refusal(ChatCall call, BehaviourKind behaviour) => behaviour switch
    {
        _ when call.Has("tools") || call.Has("functions") => OpenAiProblem.Refused("tools", "This model takes no tools."),
        _ when call.Model is null => OpenAiProblem.Refused("model", "You must provide a model parameter."),
        BehaviourKind.RefusesSchema when call.Format is not null => OpenAiProblem.Refused("response_format", "'response_format' is not supported with this model."),
        BehaviourKind.RefusesStrictSchema when call.Format == "json_schema" =>
            OpenAiProblem.Refused("response_format", "'response_format' of type 'json_schema' is not supported with this model."),
        BehaviourKind.RefusesMaxTokens when call.Has("max_tokens") =>
            OpenAiProblem.Refused("max_tokens", "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
        BehaviourKind.RefusesTemperature when call.Has("temperature") =>
            OpenAiProblem.Refused("temperature", "'temperature' does not support other values than the default with this model."),
        BehaviourKind.RefusesStreamOptions when call.Has("stream_options") =>
            OpenAiProblem.Refused("stream_options", "Extra inputs are not permitted: stream_options") with { Status = StatusCodes.Status422UnprocessableEntity },
        _ => null,
    };

    private async Task WaitAsync(BehaviourKind behaviour, CancellationToken cancellationToken)
    {
        if (behaviour is BehaviourKind.Slow or BehaviourKind.Hangs)
        {
            await Task.Delay(behaviour == BehaviourKind.Slow ? options.Value.SlowBy : Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
    }
}
