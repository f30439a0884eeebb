using System.Reflection;
using System.Text.Json;
using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>The projects of an application, one of which fails to load, as after a downgrade.</summary>
public class UnreadableProjectStore : DispatchProxy
{
    IProjectStore? inner;
    string? id;

    public static IProjectStore Create(TestApp app, string id)
    {
        var store = Create<IProjectStore, UnreadableProjectStore>();
        var spoilt = (UnreadableProjectStore)(object)store;
        (spoilt.inner, spoilt.id) = (app.Store, id);
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name is nameof(IProjectStore.Load) or nameof(IProjectStore.LoadWork) && (string)args![0]! == id
            ? throw new JsonException("An event of an unknown kind.")
            : targetMethod.Invoke(inner, args);
}
