using System.Reflection;
using FollowUp.TestKit;

namespace FollowUp.Infra.Tests;

/// <summary>The files of this repository.</summary>
static class RepositoryFiles
{
    public static string GetMetadata(string key) => typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!.Replace('\\', '/');

    public static string GetPath(params string[] parts) => RepositoryFolder.GetPath(parts);

    public static string ReadText(params string[] parts) => File.ReadAllText(GetPath(parts));

    /// <summary>The C# files of a folder without those that the build writes; none when the folder does not exist.</summary>
    public static IEnumerable<string> GetSources(params string[] folder) =>
        !Directory.Exists(GetPath(folder))
            ? []
            : Directory.EnumerateFiles(GetPath(folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
