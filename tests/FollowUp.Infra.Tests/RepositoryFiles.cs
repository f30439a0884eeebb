using System.Reflection;

namespace FollowUp.Infra.Tests;

/// <summary>The files of this repository.</summary>
static class RepositoryFiles
{
    public static readonly string Root = Path.GetFullPath(GetMetadata("Root"));

    public static string GetMetadata(string key) => typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!.Replace('\\', '/');

    public static string GetPath(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string ReadText(params string[] parts) => File.ReadAllText(GetPath(parts));

    /// <summary>The C# of a folder, without what the build writes there; none when there is no such folder.</summary>
    public static IEnumerable<string> GetSources(params string[] folder) =>
        !Directory.Exists(GetPath(folder))
            ? []
            : Directory.EnumerateFiles(GetPath(folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
