using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntercomRag.Core.Telemetry;

/// <summary>The one source and meter of this product, and the names of a turn's spans and attributes.</summary>
/// <remarks>Text of customers and articles never stands in a name or an attribute.</remarks>
public static class TurnTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string SourceName = "IntercomRag";

    public static readonly ActivitySource Source = new(SourceName);

    public static readonly Meter Meter = new(SourceName);

    /// <summary>Turns by action and reason; silent ones by the reason of the silence.</summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("intercomrag.turns", "{turn}", "Turns decided");

    /// <summary>From the customer's last message to the end of the turn.</summary>
    public static readonly Histogram<double> TimeToReply = Meter.CreateHistogram<double>(
        "intercomrag.turn.time_to_reply", "s", "Seconds from the customer's last message to the reply");

    public static class Spans
    {
        public const string Resume = "turn.resume";
        public const string Load = "turn.load";
        public const string Own = "turn.own";
        public const string Understand = "turn.understand";
        public const string Retrieve = "turn.retrieve";
        public const string Decide = "turn.decide";
        public const string Plan = "turn.plan";
        public const string Act = "turn.act";
        public const string Record = "turn.record";
    }

    public static class Attributes
    {
        public const string ConversationId = "gen_ai.conversation.id";
        public const string Language = "intercomrag.language";
        public const string Intent = "intercomrag.intent";
        public const string Action = "intercomrag.action";
        public const string Reason = "intercomrag.reason";
        public const string Rule = "intercomrag.rule";
        public const string Confidence = "intercomrag.confidence";
        public const string Articles = "intercomrag.articles";
        public const string BurstSize = "intercomrag.burst.messages";
        public const string Silence = "intercomrag.silence";
        public const string AgainAfter = "intercomrag.again_after";
    }
}
