using FollowUp.Application.Ports;

namespace FollowUp.Application.People;

/// <summary>The settings that a staff member keeps for themselves, such as the saved views. They go when the staff member leaves.</summary>
public sealed class StaffSettings(IKeyValueStore settings)
{
    /// <summary>What the keys of a staff member's saved views begin with.</summary>
    public static string GetViewPrefix(string staffId) => $"saved-view:{StaffKey.Of(staffId)}:";

    /// <summary>Removes all of a staff member. May be repeated.</summary>
    public async Task Remove(string staffId, CancellationToken cancellation = default)
    {
        foreach (var (key, _) in await settings.List(GetViewPrefix(staffId), cancellation))
        {
            await settings.Remove(key, cancellation);
        }
    }

    /// <summary>Whether anything of a staff member is left.</summary>
    public async Task<bool> Any(string staffId, CancellationToken cancellation = default) => !(await settings.List(GetViewPrefix(staffId), cancellation)).IsEmpty;
}
