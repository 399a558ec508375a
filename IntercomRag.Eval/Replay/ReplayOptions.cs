using IntercomRag.Eval.Models;

namespace IntercomRag.Eval.Replay;

/// <param name="PolicyFolder">Null for the policies beside the program.</param>
/// <param name="Parallel">Turns side by side; the result is the same for every number.</param>
/// <param name="Model">Whom the turns may ask; null for nobody.</param>
public sealed record ReplayOptions(string? PolicyFolder, int Parallel, ConfiguredModel? Model = null);
