using FollowUp.Local.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Storage.Sqlite;
using NodaTime;

namespace FollowUp.Local.Recovery;

/// <summary>
/// Restores a backup of a folder into an empty folder. It works in a folder inside it and moves the database out at the end, so an interrupted restore leaves no
/// data that could be served, and may be repeated.
/// </summary>
sealed class Restore(string backup, string target, Instant stoppedAt, AuditExport? audit)
{
    const string WorkFolder = ".restoring";

    /// <exception cref="BadArgumentException">The folder is not empty, or the file cannot be restored. The folder is as it was.</exception>
    public async Task<RestoreResult> Run(CancellationToken cancellation)
    {
        EnsureEmpty();
        var isNew = !Directory.Exists(target);
        var folder = DataFolder.Create(target);
        var work = DataFolder.Create(Path.Combine(folder.Path, WorkFolder));
        try
        {
            var manifest = BackupFile.Unpack(backup, work.Path);
            if (manifest.IsOfTables)
            {
                throw new BadArgumentException($"FILE: '{backup}' is a backup of tables. Restore it with --tables.");
            }

            if (SqliteBackup.FindDamage(work.DatabasePath) is { } damage)
            {
                throw new BadArgumentException($"FILE: the database in '{backup}' is damaged: {damage}");
            }

            RestoreResult result;
            using (var store = work.OpenStore())
            {
                result = await RestoreCompletion.Complete(store, BackupFile.GetInstant(manifest), stoppedAt, audit, cancellation);
            }

            MoveOut(manifest, work, folder);
            return result;
        }
        finally
        {
            Directory.Delete(work.Path, recursive: true);
            if (isNew && !Directory.EnumerateFileSystemEntries(folder.Path).Any())
            {
                Directory.Delete(folder.Path);
            }
        }
    }

    void EnsureEmpty()
    {
        var full = Path.GetFullPath(target);
        if (!Directory.Exists(full))
        {
            return;
        }

        // What an interrupted restore left.
        if (Directory.Exists(Path.Combine(full, WorkFolder)))
        {
            Directory.Delete(Path.Combine(full, WorkFolder), recursive: true);
        }

        if (Directory.EnumerateFileSystemEntries(full).Any())
        {
            throw new BadArgumentException($"--data: '{target}' is not empty. Name a new folder.");
        }
    }

    static void MoveOut(BackupManifest manifest, DataFolder work, DataFolder folder)
    {
        foreach (var file in manifest.Files.Where(file => file.Path != DataFolder.DatabaseName))
        {
            var destination = Path.Combine(folder.Path, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
            File.Move(Path.Combine(work.Path, file.Path), destination);
        }

        File.Move(work.DatabasePath, folder.DatabasePath);
    }
}
