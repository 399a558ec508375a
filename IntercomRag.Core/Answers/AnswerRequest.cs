using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Answers;

/// <param name="Understanding">Language and tone to answer in.</param>
public sealed record AnswerRequest(Turn Turn, TurnUnderstanding Understanding, Evidence Evidence);
