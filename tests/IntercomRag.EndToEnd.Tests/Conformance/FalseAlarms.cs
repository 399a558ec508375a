namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>Where the description is wrong about real workspaces, so that following it would be the mistake.</summary>
internal static class FalseAlarms
{
    private static readonly FalseAlarm[] All = [];

    public static bool Cover(Exchange exchange, Violation violation) => All.Any(alarm => alarm.Covers(exchange, violation));
}
