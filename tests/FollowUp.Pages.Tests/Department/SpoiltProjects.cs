using System.Reflection;
using System.Text.Json;
using FollowUp.Application.Ports;

namespace FollowUp.Pages.Tests.Department;

/// <summary>A house's projects, one of which was written by a version that this one does not know.</summary>
public class SpoiltProjects : DispatchProxy
{
    IProjectStore? behind;
    string? id;

    public static IProjectStore In(House house, string id)
    {
        var store = Create<IProjectStore, SpoiltProjects>();
        var spoilt = (SpoiltProjects)(object)store;
        (spoilt.behind, spoilt.id) = (house.Projects, id);
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IProjectStore.Load) && (string)args![0]! == id
            ? throw new JsonException("An event of an unknown kind.")
            : targetMethod.Invoke(behind, args);
}
