using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// The saved views of each staff member. A view keeps no words searched for: they are mostly names of clients, and would outlast their erasure.
/// </summary>
sealed class SavedViews(IKeyValueStore settings)
{
    public const int MaxNameLength = 60;
    public const int MaxViews = 20;

    public async Task<ImmutableArray<SavedView>> Load(Staff staff, CancellationToken cancellation)
    {
        var prefix = Prefix(staff);
        var views = (await settings.List(prefix, cancellation)).Select(row =>
            JsonSerializer.Deserialize<string[]>(row.Value) is [var name, var query] ? new SavedView(row.Key[prefix.Length..], name, query) : null);
        return [.. views.OfType<SavedView>().OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Saves a view; one of the same name is replaced.</summary>
    /// <returns>False when the staff member has too many views; nothing is saved then.</returns>
    public async Task<bool> Save(Staff staff, string name, string query, CancellationToken cancellation)
    {
        var views = await Load(staff, cancellation);
        var same = views.FirstOrDefault(view => view.Name == name);
        if (same is null && views.Length >= MaxViews)
        {
            return false;
        }

        var id = same?.Id ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        await settings.Set(Prefix(staff) + id, JsonSerializer.Serialize(new[] { name, query }), cancellation);
        return true;
    }

    /// <summary>Removes a view; does nothing when there is none.</summary>
    public ValueTask Remove(Staff staff, string id, CancellationToken cancellation) => settings.Remove(Prefix(staff) + id, cancellation);

    static string Prefix(Staff staff) => StaffSettings.GetViewPrefix(staff.Id);
}
