using System.Runtime.Versioning;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.Hosting;

/// <summary>Who may read files, by their permissions. On Windows nothing is checked.</summary>
static class FolderPermissions
{
    /// <summary>The mode of a folder that only its owner may enter.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Whether other accounts have any right on a file or folder.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    /// <summary>What is wrong with a data folder, and what to do; null when only its owner can read it.</summary>
    public static string? FindFault(string folder)
    {
        if (IsOpenToOthers(folder))
        {
            return $"other accounts can enter {folder}. Run: chmod 700 {folder}";
        }

        return Directory.EnumerateFiles(folder, $"{DataFolder.DatabaseName}*").FirstOrDefault(IsOpenToOthers) is { } file
            ? $"other accounts may read {file}. Run: chmod 600 {file}"
            : null;
    }

    /// <summary>
    /// Closes a folder that existed before and is empty, as it was most likely made for this program. One that holds something is left as it is: others may
    /// rely on it, and <see cref="FindFault"/> names it.
    /// </summary>
    /// <exception cref="BadArgumentException">The folder belongs to another account.</exception>
    public static void CloseEmptyFolder(string folder)
    {
        if (!OperatingSystem.IsWindows() && IsOpenToOthers(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Close(folder);
        }
    }

    [UnsupportedOSPlatform("windows")]
    static void Close(string folder)
    {
        try
        {
            File.SetUnixFileMode(folder, OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            throw new BadArgumentException($"--data: {folder} belongs to another account. Run: chown {Environment.UserName} {folder} && chmod 700 {folder}");
        }
    }
}
