using System.Collections.Concurrent;
using System.Reflection;
using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests;

/// <summary>Passes every call on to another store and counts the calls by method name.</summary>
public class CountingProjectStore : DispatchProxy
{
    readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);
    IProjectStore? inner;

    public static IProjectStore Create(IProjectStore inner)
    {
        var store = Create<IProjectStore, CountingProjectStore>();
        ((CountingProjectStore)(object)store).inner = inner;
        return store;
    }

    public static CountingProjectStore Of(IProjectStore store) => (CountingProjectStore)(object)store;

    /// <summary>How often a method was called since the last <see cref="Reset"/>.</summary>
    public int Count(string method) => calls.GetValueOrDefault(method);

    public void Reset() => calls.Clear();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        calls.AddOrUpdate(targetMethod!.Name, 1, (_, count) => count + 1);
        return targetMethod.Invoke(inner, args);
    }
}
