using FollowUp.Local.Hosting;
using FollowUp.Storage.Sqlite;

namespace FollowUp.Local.Checks;

/// <summary>Checks a data folder: who can read it, whether the disk has room, and whether the database is sound.</summary>
static class FolderCheck
{
    /// <summary>The area of the results about the database.</summary>
    public const string Store = "store";

    /// <summary>The area of the results about permissions.</summary>
    public const string Permissions = "permissions";

    const long MinFreeBytes = 1L << 30;

    public static IEnumerable<CheckResult> Run(DataFolder folder)
    {
        yield return SqliteBackup.FindDamage(folder.DatabasePath) is { } damage
            ? CheckResult.Mend(Store, $"the database is damaged: {damage}. Stop the host and restore a backup.")
            : CheckResult.Ok(Store, $"the database in {folder.Path} is sound");
        yield return CheckPermissions(folder);
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        yield return free < MinFreeBytes
            ? CheckResult.Mend("disk", $"{free >> 20} MiB are free on the disk of {folder.Path}. Make room: a full disk stops every write.")
            : CheckResult.Ok("disk", $"{free >> 30} GiB are free");
    }

    static CheckResult CheckPermissions(DataFolder folder) => OperatingSystem.IsWindows()
        ? CheckResult.Note(Permissions, $"not checked on Windows. Only the account of the service should read {folder.Path}.")
        : FolderPermissions.FindFault(folder.Path) is { } fault ? CheckResult.Mend(Permissions, fault)
        : CheckResult.Ok(Permissions, "only the owner reads the data");
}
