using System.Text.Json;

namespace IntercomRag.Simulator.Rest.Search;

/// <summary>A query: a condition, or conditions joined by AND or OR.</summary>
internal abstract record SearchNode;

internal sealed record SearchGroup(bool IsAnd, IReadOnlyList<SearchNode> Children) : SearchNode;

/// <param name="Operator">One of <c>= != IN NIN &lt; &lt;= &gt; &gt;= ~ !~ ^ $</c>.</param>
internal sealed record SearchCondition(string Field, string Operator, JsonElement Value) : SearchNode;
