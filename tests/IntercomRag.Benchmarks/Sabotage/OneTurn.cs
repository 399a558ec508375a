using System.Reflection;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Sabotage;

/// <summary>Tells <see cref="BlindWorkspace"/> which calls belong to one turn.</summary>
public class OneTurn : Interceptor<ILeaseHandler>
{
    public static ILeaseHandler Around(ILeaseHandler handler) => Wrap<OneTurn>(handler);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        BlindWorkspace.BeginTurn();
        return base.Invoke(targetMethod, args);
    }
}
