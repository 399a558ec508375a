using System.Text.Json;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>Reads values inside a converter, and keeps the path to them for errors, which the serializer forgets there.</summary>
internal static class Nested
{
    /// <summary>Moves to the value of the next member and returns its name; null at the end of the object.</summary>
    public static string? NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = reader.GetString()!;
        reader.Read();
        return name;
    }

    public static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options);
        }
        catch (JsonException exception)
        {
            throw new NestedJsonException(path, exception);
        }
    }

    public static List<T> ReadArray<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, string path = "")
    {
        var list = new List<T>();
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                list.Add(Read<T>(ref reader, options, $"{path}[{index}]")!);
            }
        }

        return list;
    }
}
