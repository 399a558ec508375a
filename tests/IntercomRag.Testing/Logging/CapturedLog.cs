using Microsoft.Extensions.Logging;

namespace IntercomRag.Testing.Logging;

public sealed record CapturedLog(string Category, LogLevel Level, EventId EventId, string Message, Exception? Exception);
