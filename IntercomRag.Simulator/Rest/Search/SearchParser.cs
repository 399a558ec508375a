using System.Text.Json;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest.Search;

/// <summary>
/// Parses a query with Intercom's limits of two levels and 15 filters a group:
/// <code>{"operator":"AND","value":[{"field":"updated_at","operator":">","value":1768000000},{"field":"open","operator":"=","value":true}]}</code>
/// A single filter may stand without the group.
/// </summary>
internal static class SearchParser
{
    private const int MaxDepth = 2;
    private const int MaxFilters = 15;

    private static readonly HashSet<string> Operators =
        new(StringComparer.Ordinal) { "=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$" };

    public static SearchNode Parse(JsonElement? query) =>
        query is { } json ? Parse(json, depth: 0) : throw WorkspaceException.Missing("query");

    private static SearchNode Parse(JsonElement json, int depth)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            throw Invalid("A filter must be an object");
        }

        var isCondition = json.TryGetProperty("field", out var field);
        if (!json.TryGetProperty("operator", out var operation) || operation.ValueKind is not JsonValueKind.String)
        {
            throw Invalid("A filter needs an operator");
        }

        if (!json.TryGetProperty("value", out var value))
        {
            throw Invalid("A filter needs a value");
        }

        return isCondition ? Condition(field, operation.GetString()!, value) : Group(operation.GetString()!, value, depth + 1);
    }

    private static SearchCondition Condition(JsonElement field, string operation, JsonElement value)
    {
        if (field.ValueKind is not JsonValueKind.String)
        {
            throw Invalid("field must be a string");
        }

        if (!Operators.Contains(operation))
        {
            throw Invalid($"Unknown operator {operation}");
        }

        if ((operation is "IN" or "NIN") != (value.ValueKind is JsonValueKind.Array))
        {
            throw Invalid($"The value of {operation} on {field.GetString()} is of the wrong type");
        }

        return new SearchCondition(field.GetString()!, operation, value);
    }

    private static SearchGroup Group(string operation, JsonElement value, int depth)
    {
        if (operation is not ("AND" or "OR"))
        {
            throw Invalid($"Unknown operator {operation}");
        }

        if (depth > MaxDepth)
        {
            throw Invalid($"Queries may nest {MaxDepth} levels");
        }

        if (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() is 0 or > MaxFilters)
        {
            throw Invalid($"{operation} needs an array of 1 to {MaxFilters} filters");
        }

        return new SearchGroup(operation == "AND", [.. value.EnumerateArray().Select(child => Parse(child, depth))]);
    }

    private static WorkspaceException Invalid(string message) => WorkspaceException.Invalid("query", message);
}
