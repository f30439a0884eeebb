using System.Data.Common;
using FollowUp.Local.CommandLine;
using FollowUp.Storage.Sqlite;

namespace FollowUp.Local.Hosting;

/// <summary>The folder of one installation. It contains personal data, so only its owner can read it.</summary>
public sealed class DataFolder
{
    DataFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The name of the database in every folder.</summary>
    public const string DatabaseName = "followup.db";

    const string LockName = "serve.lock";

    public string DatabasePath => System.IO.Path.Combine(Path, DatabaseName);

    /// <summary>The files beside the database, its logs and the lock.</summary>
    public IEnumerable<string> GetOtherFiles() => Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Where(file => IsBackedUp(file) && System.IO.Path.GetFileName(file) != DatabaseName).Order(StringComparer.Ordinal);

    /// <summary>Whether a backup holds such a file: the database, and whatever is beside it but its logs and the lock.</summary>
    public static bool IsBackedUp(string file) => System.IO.Path.GetFileName(file) is var name
        && name != LockName && (name == DatabaseName || !name.StartsWith(DatabaseName, StringComparison.Ordinal));

    /// <summary>The folder when <c>--data</c> names none.</summary>
    public static string GetDefaultPath(bool demo) => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        demo ? "followup-demo" : "followup");

    /// <summary>Creates the folder when it does not exist.</summary>
    /// <exception cref="BadArgumentException">It cannot be created.</exception>
    public static DataFolder Create(string path)
    {
        try
        {
            var full = System.IO.Path.GetFullPath(path);
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(full);
            }
            else
            {
                Directory.CreateDirectory(full, FolderPermissions.OwnerOnly);
            }

            FolderPermissions.CloseEmptyFolder(full);

            return new DataFolder(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgumentException($"--data: '{path}' cannot be used as a folder: {e.Message}");
        }
    }

    /// <summary>The folder of an installation that must exist, as for an export.</summary>
    /// <exception cref="BadArgumentException">It has no data.</exception>
    public static DataFolder GetExisting(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        return File.Exists(folder.DatabasePath) ? folder : throw new BadArgumentException($"--data: '{path}' contains no data.");
    }

    /// <summary>Locks the folder against other <c>serve</c> processes until disposed or until this process ends, even by a crash.</summary>
    /// <exception cref="BadArgumentException">Another process has the lock, or the folder cannot be written to.</exception>
    public IDisposable LockForServing()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BadArgumentException($"--data: '{Path}' is in use by another serve. Stop it, or name another folder.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new BadArgumentException($"--data: '{Path}' cannot be written to.");
        }
    }

    /// <exception cref="BadArgumentException">Other accounts may read the data, or they were written by a newer version, or cannot be opened.</exception>
    public SqliteStore OpenStore()
    {
        if (FolderPermissions.FindFault(Path) is { } fault)
        {
            throw new BadArgumentException($"--data: the folder holds personal data and secrets, and {fault}");
        }

        try
        {
            CreateOwnerOnlyFile(DatabasePath);
            return SqliteStore.Open(DatabasePath);
        }
        catch (Exception e) when (e is NotSupportedException or DbException or UnauthorizedAccessException or IOException)
        {
            throw new BadArgumentException($"--data: the data in '{Path}' cannot be opened: {e.Message}");
        }
    }

    /// <summary>Creates the database readable by its owner only: a folder that existed before may be open to others. SQLite gives its log the same permissions.</summary>
    static void CreateOwnerOnlyFile(string file)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(file))
        {
            new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
    }
}
