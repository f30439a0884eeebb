using System.Reflection;

namespace FollowUp.Infra.Tests;

/// <summary>The files of this repository.</summary>
static class Repository
{
    public static readonly string Root = Path.GetFullPath(Metadata("Root"));

    public static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!.Replace('\\', '/');

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The C# of a folder, without what the build writes there; none when there is no such folder.</summary>
    public static IEnumerable<string> Sources(params string[] folder) =>
        !Directory.Exists(PathOf(folder))
            ? []
            : Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
