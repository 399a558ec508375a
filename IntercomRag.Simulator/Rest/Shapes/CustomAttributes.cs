using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntercomRag.Simulator.Rest.Shapes;

internal static class CustomAttributes
{
    public static JsonObject Write(IEnumerable<KeyValuePair<string, JsonElement>> attributes)
    {
        var shape = new JsonObject();
        foreach (var (name, value) in attributes)
        {
            shape[name] = JsonSerializer.SerializeToNode(value);
        }

        return shape;
    }
}
