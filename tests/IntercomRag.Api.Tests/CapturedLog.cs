using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests;

internal sealed record CapturedLog(string Category, LogLevel Level, string Message, Exception? Exception);
