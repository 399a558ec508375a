using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report;

/// <param name="Verdict">How the run compares with a baseline; null when it was not compared.</param>
public sealed record RunReport(RunResult Result, GateVerdict? Verdict);
