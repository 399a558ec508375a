namespace IntercomRag.Simulator.Control;

/// <param name="Count">Parts to add, 1 to 5,000.</param>
public sealed record WorkflowEventsRequest(int Count);
