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

    const string Restoring = "restoring";

    /// <summary>Checks the version, and writes it into new tables and those of versions that wrote none.</summary>
    /// <exception cref="NotSupportedException">A newer program wrote the tables, or a restore into them was interrupted.</exception>
    public static async Task Ensure(ISettings settings, CancellationToken cancellation)
    {
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

    /// <summary>Marks tables that are not complete yet, so that no program opens them.</summary>
    public static ValueTask MarkRestoring(ISettings settings, CancellationToken cancellation) => settings.Set(Key, Restoring, cancellation: cancellation);

    /// <summary>Whether a restore has begun and not ended.</summary>
    public static async ValueTask<bool> IsRestoring(ISettings settings, CancellationToken cancellation) => await settings.Get(Key, cancellation) == Restoring;

    /// <summary>Marks tables as complete.</summary>
    public static ValueTask MarkComplete(ISettings settings, CancellationToken cancellation) => settings.Set(Key, Format(Current), cancellation: cancellation);

    static string Format(int version) => version.ToString(CultureInfo.InvariantCulture);
}
