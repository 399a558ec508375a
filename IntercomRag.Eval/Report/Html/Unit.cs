namespace IntercomRag.Eval.Report.Html;

/// <summary>How the value of a measure is read.</summary>
public enum Unit
{
    /// <summary>Of conversations, in [0, 1]: shown as per cent.</summary>
    Share,

    /// <summary>A number whose scale is its own.</summary>
    Score,

    Milliseconds,

    Count,
}
