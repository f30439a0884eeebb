using System.Globalization;
using FollowUp.Application.Ports;

namespace FollowUp.Storage.Tables;

/// <summary>The version of the rows in the tables, kept in a setting. An older program refuses tables of a newer version.</summary>
static class TablesFormat
{
    /// <summary>The version that this program writes. It is raised with each change that earlier programs would misread.</summary>
    public const int Current = 1;

    /// <summary>The name of the setting never changes.</summary>
    public const string Key = "store-format";

    /// <summary>The setting of tables in which every project has the record of its person.</summary>
    public const string PersonsKey = "persons-of-projects";

    const string Restoring = "restoring";

    /// <summary>Checks the version, and writes it into new tables and those of versions that wrote none.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="hasNoProjects">Whether the tables are new; called when they name no version.</param>
    /// <param name="cancellation">Cancels the requests.</param>
    /// <exception cref="NotSupportedException">A newer program wrote the tables, or a restore into them was interrupted.</exception>
    public static async Task Ensure(IKeyValueStore settings, Func<Task<bool>> hasNoProjects, CancellationToken cancellation)
    {
        if (await settings.Get(Key, cancellation) is null && await hasNoProjects())
        {
            await settings.Set(PersonsKey, "all", cancellation: cancellation);
        }

        var stored = await settings.GetOrSet(Key, Format(Current), cancellation: cancellation);
        if (stored == Restoring)
        {
            throw new NotSupportedException("A restore into these tables was interrupted. Run it again.");
        }

        if (int.Parse(stored, NumberStyles.None, CultureInfo.InvariantCulture) is var version && version > Current)
        {
            throw new NotSupportedException($"They were written by a newer version of this program (format {version}; this one knows {Current}).");
        }
    }

    /// <summary>
    /// Whether every project has the record of its person: the tables were made by a version that writes one with each. Then a client without a record has no
    /// project, and none is looked for.
    /// </summary>
    public static async ValueTask<bool> CoversPersons(IKeyValueStore settings, CancellationToken cancellation) =>
        await settings.Get(PersonsKey, cancellation) is not null;

    /// <summary>Marks tables that are not complete yet, so that no program opens them.</summary>
    public static ValueTask MarkRestoring(IKeyValueStore settings, CancellationToken cancellation) => settings.Set(Key, Restoring, cancellation: cancellation);

    /// <summary>Whether a restore has begun and not ended.</summary>
    public static async ValueTask<bool> IsRestoring(IKeyValueStore settings, CancellationToken cancellation) => await settings.Get(Key, cancellation) == Restoring;

    /// <summary>Marks tables as complete.</summary>
    public static ValueTask MarkComplete(IKeyValueStore settings, CancellationToken cancellation) => settings.Set(Key, Format(Current), cancellation: cancellation);

    static string Format(int version) => version.ToString(CultureInfo.InvariantCulture);
}
