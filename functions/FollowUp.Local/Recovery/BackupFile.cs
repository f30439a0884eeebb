using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Storage.Sqlite;
using FollowUp.Storage.Tables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Recovery;

/// <summary>
/// A backup: one zip file with the database and the files beside it, or with the rows of tables, and a manifest with their hashes. It holds personal
/// data and the keys, so only its owner can read it.
/// </summary>
static class BackupFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const string Partial = ".partial";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes a backup while other processes may use the folder. The file appears under its name once it is complete and durable.</summary>
    /// <exception cref="BadArgumentException">The file exists, cannot be written, or is in the data folder.</exception>
    public static void Write(DataFolder folder, string path, Instant now)
    {
        var target = GetNewFile(path);
        if (!Path.GetRelativePath(folder.Path, target).StartsWith("..", StringComparison.Ordinal))
        {
            throw new BadArgumentException($"FILE: '{path}' is in the data folder, and would be lost with it. Name a file elsewhere.");
        }

        var (copy, partial) = (target + ".db" + Partial, target + Partial);
        try
        {
            CreateEmpty(copy);
            CreateEmpty(partial);
            var schema = SqliteBackup.Copy(folder.DatabasePath, copy);
            using (var output = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                WriteZip(
                    output, BackupManifest.FolderFormat, schema, now,
                    [(copy, DataFolder.DatabaseName), .. folder.GetOtherFiles().Select(file => (file, Path.GetRelativePath(folder.Path, file).Replace(Path.DirectorySeparatorChar, '/')))]);
                output.Flush(flushToDisk: true);
            }

            File.Move(partial, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadArgumentException($"FILE: '{path}' cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(copy);
            File.Delete(partial);
        }
    }

    /// <summary>Writes a backup of tables while other processes may use them; each project is of one instant.</summary>
    /// <exception cref="BadArgumentException">The file exists or cannot be written, or a project changes faster than it can be read.</exception>
    public static async Task Write(TablesStore store, string path, Instant now, CancellationToken cancellation)
    {
        var target = GetNewFile(path);
        var (projects, records, partial) = (target + ".projects" + Partial, target + ".records" + Partial, target + Partial);
        try
        {
            CreateEmpty(projects);
            CreateEmpty(records);
            CreateEmpty(partial);
            await using (var output = new FileStream(projects, FileMode.Open, FileAccess.Write))
            {
                await store.Backup.WriteProjects(store.Projects.ListProjectIds(cancellation), output, cancellation);
            }

            await using (var output = new FileStream(records, FileMode.Open, FileAccess.Write))
            {
                await store.Backup.WriteRecords(output, cancellation);
            }

            await using (var output = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                WriteZip(
                    output, BackupManifest.TablesFormat, TablesBackup.SupportedVersion, now,
                    [(projects, TablesBackup.ProjectsFile), (records, TablesBackup.RecordsFile)]);
                output.Flush(flushToDisk: true);
            }

            File.Move(partial, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadArgumentException($"FILE: '{path}' cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(projects);
            File.Delete(records);
            File.Delete(partial);
        }
    }

    /// <summary>Unpacks a backup into a folder and checks every file.</summary>
    /// <returns>The manifest.</returns>
    /// <exception cref="BadArgumentException">The file is no backup, is damaged, or comes from a newer version of this program.</exception>
    public static BackupManifest Unpack(string path, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var manifest = ReadManifest(zip, path);
            foreach (var entry in manifest.Files)
            {
                UnpackEntry(zip, entry, folder, path);
            }

            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BadArgumentException($"FILE: '{path}' cannot be read as a backup: {e.Message}");
        }
    }

    /// <summary>The instant of which a backup is.</summary>
    public static Instant GetInstant(BackupManifest manifest) => InstantPattern.ExtendedIso.Parse(manifest.MadeAt).GetValueOrThrow();

    /// <exception cref="BadArgumentException">It exists, or its folder does not.</exception>
    static string GetNewFile(string path)
    {
        var target = Path.GetFullPath(path);
        return File.Exists(target) || Directory.Exists(target) ? throw new BadArgumentException($"FILE: '{path}' exists already. Name a new file.")
            : Directory.Exists(Path.GetDirectoryName(target)) ? target
            : throw new BadArgumentException($"FILE: there is no folder '{Path.GetDirectoryName(target)}'. Make it, or name a file elsewhere.");
    }

    static void WriteZip(FileStream output, int format, int schema, Instant now, IEnumerable<(string File, string Name)> files)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        ImmutableArray<BackupManifest.Entry> entries = [.. files.Select(file => Add(zip, file.File, file.Name))];
        var manifest = new BackupManifest(format, InstantPattern.ExtendedIso.Format(now), schema, entries);
        using var stream = zip.CreateEntry(BackupManifest.FileName).Open();
        JsonSerializer.Serialize(stream, manifest, Json);
    }

    static BackupManifest.Entry Add(ZipArchive zip, string file, string name)
    {
        using var source = File.OpenRead(file);
        using var target = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return new BackupManifest.Entry(name, Copy(source, target, sha), Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    static BackupManifest ReadManifest(ZipArchive zip, string path)
    {
        BackupManifest? manifest;
        try
        {
            using var stream = (zip.GetEntry(BackupManifest.FileName) ?? throw NotABackup(path)).Open();
            manifest = JsonSerializer.Deserialize<BackupManifest>(stream, Json);
        }
        catch (JsonException)
        {
            throw NotABackup(path);
        }

        if (manifest is null or { Files.IsDefaultOrEmpty: true } || !InstantPattern.ExtendedIso.Parse(manifest.MadeAt ?? "").Success)
        {
            throw NotABackup(path);
        }

        var supported = manifest.IsOfTables ? TablesBackup.SupportedVersion : SqliteBackup.SupportedVersion;
        if (manifest.Format > BackupManifest.TablesFormat || manifest.Schema > supported)
        {
            throw new BadArgumentException(
                $"FILE: '{path}' was made by a newer version of this program (schema {manifest.Schema}; this one knows {supported}). Restore it with that version.");
        }

        return manifest;
    }

    static void UnpackEntry(ZipArchive zip, BackupManifest.Entry entry, string folder, string path)
    {
        var target = Path.GetFullPath(Path.Combine(folder, entry.Path));
        if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || zip.GetEntry(entry.Path) is not { } packed
            || !DataFolder.IsBackedUp(target) || packed.Length != entry.Bytes)
        {
            throw Damaged(path, entry.Path);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        CreateEmpty(target);
        using var source = packed.Open();
        using var output = new FileStream(target, FileMode.Open, FileAccess.Write);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = Copy(source, output, sha, entry.Bytes);
        output.Flush(flushToDisk: true);
        if (length != entry.Bytes || Convert.ToHexStringLower(sha.GetHashAndReset()) != entry.Sha256)
        {
            throw Damaged(path, entry.Path);
        }
    }

    /// <summary>Copies a stream, at most until it is longer than it may be.</summary>
    /// <param name="maxLength">A packed file that grows beyond what the manifest says must not fill the disk.</param>
    static long Copy(Stream source, Stream target, IncrementalHash sha, long maxLength = long.MaxValue)
    {
        var buffer = new byte[128 * 1024];
        long total = 0;
        for (int read; total <= maxLength && (read = source.Read(buffer)) > 0; total += read)
        {
            sha.AppendData(buffer.AsSpan(0, read));
            target.Write(buffer.AsSpan(0, read));
        }

        return total;
    }

    static void CreateEmpty(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        new FileStream(file, options).Dispose();
    }

    static BadArgumentException NotABackup(string path) => new($"FILE: '{path}' is no backup of this program.");

    static BadArgumentException Damaged(string path, string file) => new($"FILE: '{path}' is damaged: {file} is not what was backed up.");
}
