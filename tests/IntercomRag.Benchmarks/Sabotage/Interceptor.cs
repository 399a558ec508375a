using System.Reflection;
using System.Runtime.ExceptionServices;

namespace IntercomRag.Sabotage;

/// <summary>
/// Stands in front of a service and passes every call on. A proxy rather than a class that implements the interface: it speaks only of the
/// member that it spoils.
/// </summary>
public class Interceptor<T> : DispatchProxy
    where T : class
{
    private T? _inner;

    protected T Inner => _inner!;

    protected static T Wrap<TInterceptor>(T inner)
        where TInterceptor : Interceptor<T>
    {
        var proxy = Create<T, TInterceptor>();
        ((TInterceptor)(object)proxy)._inner = inner;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        try
        {
            return targetMethod!.Invoke(_inner, args);
        }
        catch (TargetInvocationException failed) when (failed.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }
}
