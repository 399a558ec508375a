using System.Reflection;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Sabotage;

/// <summary>Says that a checkpoint is stored, and stores none.</summary>
public class NoCheckpoints : Interceptor<IInbox>
{
    private const string Member = "SaveCheckpointAsync";

    public static IInbox Around(IInbox inbox) => typeof(IInbox).GetMethod(Member) is null
        ? throw new InvalidOperationException($"{nameof(IInbox)} has no {Member}: there is no stored plan to take out.")
        : Wrap<NoCheckpoints>(inbox);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == Member ? Task.FromResult(true) : base.Invoke(targetMethod, args);
}
