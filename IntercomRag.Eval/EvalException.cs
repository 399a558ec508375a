namespace IntercomRag.Eval;

/// <summary>The evaluation cannot run; the message tells the user what is wrong, and where. Ends the command with exit code 2.</summary>
public sealed class EvalException(string message, Exception? cause = null) : Exception(message, cause);
