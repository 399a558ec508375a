using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>A missing or null member that the record requires is an error, not a null that surprises somebody later.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredItem))]
[JsonSerializable(typeof(StoredDeadLetter))]
internal sealed partial class InboxJson : JsonSerializerContext;
