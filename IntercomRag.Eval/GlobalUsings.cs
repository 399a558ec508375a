// The evaluators are written against these types; the package Microsoft.Extensions.AI.Evaluation has the same under its own namespace.
global using IntercomRag.Eval.Evaluation;
