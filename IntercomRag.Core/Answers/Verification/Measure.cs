namespace IntercomRag.Core.Answers.Verification;

internal enum Measure
{
    /// <summary>No unit, or one that is no measure: "10 credits".</summary>
    Plain,
    Minutes,

    /// <summary>Days on which offices work: three of them are not 72 hours.</summary>
    WorkingDays,
    Months,

    /// <summary>A time of the day, in minutes since midnight.</summary>
    Clock,
    Percent,
    Euro,
    Dollar,
    Pound,
    Bytes,
    Pixels,
}
