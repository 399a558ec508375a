using System.Reflection;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Sabotage;

/// <summary>Stores every event, also one that it stored before.</summary>
public class ForgetfulInbox : Interceptor<IInbox>
{
    public static IInbox Around(IInbox inbox) => Wrap<ForgetfulInbox>(inbox);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IInbox.EnqueueAsync))
        {
            args![0] = ((InboxItem)args[0]!) with { DeduplicationIds = [] };
        }

        return base.Invoke(targetMethod, args);
    }
}
