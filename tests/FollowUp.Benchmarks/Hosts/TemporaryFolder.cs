namespace FollowUp.Benchmarks.Hosts;

/// <summary>A folder that is deleted with its content.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("followup-benchmark-").FullName;

    public string GetFile(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
