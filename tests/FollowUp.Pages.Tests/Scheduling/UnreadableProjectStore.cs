using System.Reflection;
using System.Text.Json;
using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A house's projects, one of which was written by a version that this one does not know.</summary>
public class UnreadableProjectStore : DispatchProxy
{
    IProjectStore? inner;
    string? id;

    public static IProjectStore Create(TestApp house, string id)
    {
        var store = Create<IProjectStore, UnreadableProjectStore>();
        var spoilt = (UnreadableProjectStore)(object)store;
        (spoilt.inner, spoilt.id) = (house.Store, id);
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IProjectStore.Load) && (string)args![0]! == id
            ? throw new JsonException("An event of an unknown kind.")
            : targetMethod.Invoke(inner, args);
}
