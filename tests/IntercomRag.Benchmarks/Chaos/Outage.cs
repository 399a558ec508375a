using System.Globalization;

namespace IntercomRag.Benchmarks.Chaos;

/// <param name="Victim">What was killed.</param>
/// <param name="Until">When it was well again.</param>
internal sealed record Outage(string Victim, DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until - From;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm:ss.fff} to {Until:HH:mm:ss.fff}  {Victim}");

    public bool Touches(DateTimeOffset from, DateTimeOffset until) => From <= until && from <= Until;
}
