using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FollowUp.Local.Recovery;

/// <summary>The description of a backup, stored in it as <c>manifest.json</c>. The names are stored.</summary>
/// <param name="Format">The version of the form of backups: <see cref="FolderFormat"/> or <see cref="TablesFormat"/>.</param>
/// <param name="MadeAt">When it was made, as RFC 3339 in UTC: it holds everything that was durable before.</param>
/// <param name="Schema">The schema version of the database, or the version of the rows of tables.</param>
/// <param name="Files">The files of the data folder, the database first; or the rows of the tables, the projects first.</param>
sealed record BackupManifest(int Format, string MadeAt, int Schema, ImmutableArray<BackupManifest.Entry> Files)
{
    public const string FileName = "manifest.json";

    /// <summary>A data folder.</summary>
    public const int FolderFormat = 1;

    /// <summary>Tables. It is higher than that of a folder, so that programs that know folders only refuse it.</summary>
    public const int TablesFormat = 2;

    /// <summary>Whether it is a backup of tables.</summary>
    [JsonIgnore]
    public bool IsOfTables => Format == TablesFormat;

    /// <param name="Path">Relative to the folder, with slashes.</param>
    /// <param name="Bytes">The length.</param>
    /// <param name="Sha256">In lower-case hex.</param>
    public sealed record Entry(string Path, long Bytes, string Sha256);
}
