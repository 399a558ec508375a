using System.Diagnostics;
using IntercomRag.AppHost.LocalHosting.Health;

namespace IntercomRag.AppHost.LocalHosting.Processes;

/// <summary>One process of a resource.</summary>
/// <param name="Name">How its log lines are marked: the resource's name, with a number when there are several.</param>
/// <param name="Start">What to start.</param>
/// <param name="AskAsync">How to ask whether it is well; null when a started process is all that can be known.</param>
internal sealed record Launch(string Name, ProcessStartInfo Start, Func<CancellationToken, Task<HealthAnswer>>? AskAsync);
