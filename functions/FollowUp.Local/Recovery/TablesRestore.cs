using System.Text.Json;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Storage.Tables;
using NodaTime;

namespace FollowUp.Local.Recovery;

/// <summary>
/// Restores a backup of tables into empty tables. Until it is complete no program opens them, so an interrupted restore leaves nothing that could be
/// served, and may be repeated.
/// </summary>
sealed class TablesRestore(string backup, Installation target, Instant stoppedAt, AuditExport? audit)
{
    /// <exception cref="BadArgumentException">The tables are not empty, or the file cannot be restored.</exception>
    public async Task<RestoreResult> Run(CancellationToken cancellation)
    {
        var work = Directory.CreateTempSubdirectory("followup-restore-");
        try
        {
            var manifest = BackupFile.Unpack(backup, work.FullName);
            if (!manifest.IsOfTables)
            {
                throw new BadArgumentException($"FILE: '{backup}' is a backup of a data folder. Restore it with --data.");
            }

            using var store = await target.OpenTables(new TablesOptions { IsRestoring = true });
            if (!await store.Backup.MayRestore(cancellation))
            {
                throw new BadArgumentException("--tables: the tables are not empty. Name an account without data.");
            }

            await store.Backup.Begin(cancellation);
            await store.Clear([TablesBackup.FormatSetting], cancellation);
            foreach (var file in manifest.Files)
            {
                await using var input = File.OpenRead(Path.Combine(work.FullName, file.Path));
                await store.Backup.Restore(file.Path, input, cancellation);
            }

            // Opened again, because a store caches what it read.
            using var restored = await target.OpenTables(new TablesOptions { IsRestoring = true });
            await RebuildCommand.RebuildAll(restored, cancellation);
            var result = await RestoreCompletion.Complete(restored, BackupFile.GetInstant(manifest), stoppedAt, audit, cancellation);
            await restored.Backup.Complete(cancellation);
            return result;
        }
        catch (JsonException)
        {
            throw new BadArgumentException($"FILE: '{backup}' is damaged: a row cannot be read.");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
