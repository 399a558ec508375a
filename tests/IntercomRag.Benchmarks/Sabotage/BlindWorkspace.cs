using System.Reflection;
using IntercomRag.Core.Conversations;

namespace IntercomRag.Sabotage;

/// <summary>
/// Reads a conversation once in a turn and shows that again to whoever looks later, until the turn has written something. So a look
/// just before a write sees nothing new.
/// </summary>
public class BlindWorkspace : Interceptor<IIntercomWorkspace>
{
    private static readonly AsyncLocal<Sight?> s_turn = new();

    public static IIntercomWorkspace Around(IIntercomWorkspace workspace) => Wrap<BlindWorkspace>(workspace);

    public static void BeginTurn() => s_turn.Value = new Sight();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var turn = s_turn.Value;
        if (turn is not null && targetMethod!.Name == nameof(IIntercomWorkspace.FindConversationAsync))
        {
            return turn.First ??= (Task<Conversation?>)base.Invoke(targetMethod, args)!;
        }

        if (turn is not null && targetMethod!.ReturnType == typeof(Task))
        {
            turn.First = null;
        }

        return base.Invoke(targetMethod, args);
    }

    private sealed class Sight
    {
        public Task<Conversation?>? First { get; set; }
    }
}
