namespace IntercomRag.Benchmarks.Webhook;

internal sealed record SignedEvent(byte[] Body, string Signature);
