using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;

namespace FollowUp.Application.People;

/// <summary>The settings that a staff member keeps for themselves, such as the saved views. They go when the staff member leaves.</summary>
public sealed class StaffSettings(IKeyValueStore settings)
{
    /// <summary>A short digest that stands for a staff id in addresses and keys, because an id is a mail address. It never changes.</summary>
    public static string GetKey(string staffId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(staffId)))[..8];

    /// <summary>What the keys of a person's saved views begin with.</summary>
    public static string GetViewPrefix(string staffId) => $"saved-view:{GetKey(staffId)}:";

    /// <summary>Removes all of a person. May be repeated.</summary>
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
