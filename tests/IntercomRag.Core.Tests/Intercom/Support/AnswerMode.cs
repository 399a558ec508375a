namespace IntercomRag.Core.Tests.Intercom.Support;

internal enum AnswerMode
{
    Answer,
    Hang,
    BreakOff,
}
