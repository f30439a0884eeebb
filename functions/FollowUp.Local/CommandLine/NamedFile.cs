using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary>Reads files that an argument or option names.</summary>
static class NamedFile
{
    /// <summary>Opens a file and reads it.</summary>
    /// <param name="option">The argument or option, for the error.</param>
    /// <param name="path">The path as it was given.</param>
    /// <param name="read">Reads the opened file.</param>
    /// <exception cref="BadArgumentException">The file cannot be read. Exceptions of <paramref name="read"/> about the content pass through.</exception>
    public static T Read<T>(string option, string path, Func<FileStream, T> read)
    {
        try
        {
            using var file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadArgumentException($"{option}: '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The text of a file that holds a secret, without white space around it.</summary>
    /// <exception cref="BadArgumentException">There is no such file, other accounts may read it, or it cannot be read.</exception>
    public static string ReadPrivateText(string option, string path)
    {
        EnsurePrivate(option, path);
        return Read(option, path, file =>
        {
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Trim();
        });
    }

    /// <exception cref="BadArgumentException">There is no such file.</exception>
    public static void EnsureExists(string option, string path)
    {
        if (!File.Exists(path))
        {
            throw new BadArgumentException($"{option}: there is no file '{path}'.");
        }
    }

    /// <exception cref="BadArgumentException">There is no such file, or other accounts may read it.</exception>
    public static void EnsurePrivate(string option, string path)
    {
        EnsureExists(option, path);
        if (FolderPermissions.IsOpenToOthers(path))
        {
            throw new BadArgumentException($"{option}: other accounts may read '{path}'. Run: chmod 600 {path}");
        }
    }

    /// <summary>All bytes of a file.</summary>
    /// <inheritdoc cref="Read{T}"/>
    public static byte[] ReadBytes(string option, string path) => Read(option, path, file =>
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    });
}
