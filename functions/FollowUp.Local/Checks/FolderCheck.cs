using System.Runtime.Versioning;
using FollowUp.Local.Hosting;
using FollowUp.Storage.Sqlite;

namespace FollowUp.Local.Checks;

/// <summary>Checks a data folder: who can read it, whether the disk has room, and whether the database is sound.</summary>
static class FolderCheck
{
    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    const long MinFreeBytes = 1L << 30;

    public static IEnumerable<CheckResult> Run(DataFolder folder)
    {
        yield return SqliteBackup.FindDamage(folder.DatabasePath) is { } damage
            ? CheckResult.Mend("store", $"the database is damaged: {damage}. Stop the host and restore a backup.")
            : CheckResult.Ok("store", $"the database in {folder.Path} is sound");
        yield return CheckPermissions(folder);
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        yield return free < MinFreeBytes
            ? CheckResult.Mend("disk", $"{free >> 20} MiB are free on the disk of {folder.Path}. Make room: a full disk stops every write.")
            : CheckResult.Ok("disk", $"{free >> 30} GiB are free");
    }

    static CheckResult CheckPermissions(DataFolder folder) => OperatingSystem.IsWindows()
        ? CheckResult.Note("permissions", $"not checked on Windows. Only the account of the service should read {folder.Path}.")
        : CheckUnixPermissions(folder);

    [UnsupportedOSPlatform("windows")]
    static CheckResult CheckUnixPermissions(DataFolder folder)
    {
        if ((File.GetUnixFileMode(folder.Path) & Others) != 0)
        {
            return CheckResult.Mend("permissions", $"other accounts can enter {folder.Path}. Run: chmod 700 {folder.Path}");
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path, $"{DataFolder.DatabaseName}*"))
        {
            if ((File.GetUnixFileMode(file) & Others) != 0)
            {
                return CheckResult.Mend("permissions", $"other accounts may read {file}. Run: chmod 600 {file}");
            }
        }

        return CheckResult.Ok("permissions", "only the owner reads the data");
    }
}
