namespace IntercomRag.Core.Models.OpenAi;

/// <summary>How a server is made to answer in JSON, from the weakest to the strictest.</summary>
internal enum AnswerFormat
{
    /// <summary>By the instructions alone.</summary>
    Text,

    /// <summary><c>{"type":"json_object"}</c>: some JSON; the schema is in the instructions.</summary>
    JsonObject,

    /// <summary><c>{"type":"json_schema", …}</c>: just this JSON.</summary>
    JsonSchema,
}
