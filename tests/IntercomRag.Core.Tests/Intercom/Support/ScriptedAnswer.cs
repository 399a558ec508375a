using System.Collections.Immutable;

namespace IntercomRag.Core.Tests.Intercom.Support;

/// <summary>What the server does with one request.</summary>
internal sealed record ScriptedAnswer(int Status, string Body, ImmutableDictionary<string, string> Headers, AnswerMode Mode)
{
    /// <summary>Reads the request and never answers.</summary>
    public static ScriptedAnswer Hang { get; } = Json("") with { Mode = AnswerMode.Hang };

    /// <summary>Reads the request and breaks the connection.</summary>
    public static ScriptedAnswer BreakOff { get; } = Json("") with { Mode = AnswerMode.BreakOff };

    public static ScriptedAnswer Json(string body, int status = 200) =>
        new(status, body, ImmutableDictionary<string, string>.Empty, AnswerMode.Answer);

    public static ScriptedAnswer Error(int status, string code) => Json(
        $$"""{"type":"error.list","request_id":"req-1","errors":[{"code":"{{code}}","message":"secret words of a customer"}]}""", status);

    public ScriptedAnswer With(string header, string value) => this with { Headers = Headers.SetItem(header, value) };
}
