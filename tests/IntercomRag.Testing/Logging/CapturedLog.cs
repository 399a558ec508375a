using Microsoft.Extensions.Logging;

namespace IntercomRag.Testing.Logging;

public sealed record CapturedLog(string Category, LogLevel Level, string Message, Exception? Exception);
