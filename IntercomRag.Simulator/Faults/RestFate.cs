namespace IntercomRag.Simulator.Faults;

/// <summary>What becomes of one REST request.</summary>
/// <param name="Wait">How late a slow answer is, or how long no answer comes.</param>
/// <param name="Status">Status of a server error.</param>
public readonly record struct RestFate(RestFault Fault, TimeSpan Wait, int Status);
