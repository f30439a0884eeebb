namespace FollowUp.Domain.Tests.Given;

/// <summary>Files of the repository that tests compare with what the code says.</summary>
static class Repository
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "FollowUp.sln"))) return Path.Combine(folder.FullName, path);
        }

        throw new DirectoryNotFoundException("The tests run inside the repository, which holds FollowUp.sln.");
    }
}
