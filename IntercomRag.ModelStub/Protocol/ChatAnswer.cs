namespace IntercomRag.ModelStub.Protocol;

/// <summary>An answer on its way out.</summary>
internal sealed record ChatAnswer(string Id, string Model, long Created, string Text, int PromptTokens)
{
    private const int CharactersPerToken = 4;
    private const int CharactersPerPiece = 24;

    public IEnumerable<string> Pieces => Text.Chunk(CharactersPerPiece).Select(piece => new string(piece));

    public object Usage => new { prompt_tokens = PromptTokens, completion_tokens = TokensOf(Text.Length), total_tokens = PromptTokens + TokensOf(Text.Length) };

    public object Whole => new
    {
        id = Id,
        @object = "chat.completion",
        created = Created,
        model = Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = Text }, finish_reason = "stop" } },
        usage = Usage,
    };

    public object Begin => Chunk(new { role = "assistant", content = "" }, null);

    public object End => Chunk(new { }, "stop");

    public object Count => new { id = Id, @object = "chat.completion.chunk", created = Created, model = Model, choices = Array.Empty<object>(), usage = Usage };

    public static int TokensOf(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    public object Piece(string text) => Chunk(new { content = text }, null);

    private object Chunk(object delta, string? finish) => new
    {
        id = Id,
        @object = "chat.completion.chunk",
        created = Created,
        model = Model,
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    };
}
