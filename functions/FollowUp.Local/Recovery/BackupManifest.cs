using System.Collections.Immutable;

namespace FollowUp.Local.Recovery;

/// <summary>The description of a backup, stored in it as <c>manifest.json</c>. The names are stored.</summary>
/// <param name="Format">The version of the form of backups.</param>
/// <param name="MadeAt">When it was made, as RFC 3339 in UTC: it holds everything that was durable before.</param>
/// <param name="Schema">The schema version of the database.</param>
/// <param name="Files">The files of the data folder, the database first.</param>
sealed record BackupManifest(int Format, string MadeAt, int Schema, ImmutableArray<BackupManifest.Entry> Files)
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    /// <param name="Path">Relative to the folder, with slashes.</param>
    /// <param name="Bytes">The length.</param>
    /// <param name="Sha256">In lower-case hex.</param>
    public sealed record Entry(string Path, long Bytes, string Sha256);
}
