namespace FollowUp.TestKit;

/// <summary>The working copy that the running tests were built from.</summary>
public static class RepositoryFolder
{
    /// <summary>The absolute path of the folder that holds <c>FollowUp.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a file or folder of the repository.</summary>
    public static string GetPath(params string[] parts) => Path.Combine([Root, .. parts]);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FollowUp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds FollowUp.sln.");
    }
}
