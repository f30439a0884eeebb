using System.Diagnostics;

namespace FollowUp.TestKit.Hosts;

/// <summary>The program of the local host, <c>followup.dll</c>, in the same configuration as the tests.</summary>
public static class LocalHostProgram
{
    /// <summary>The tests lie in <c>bin/CONFIGURATION/FRAMEWORK</c> of their project, and the program in the same place of its own.</summary>
    static readonly string ProgramPath = GetProgramPath(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Describes a run of the program with both of its outputs redirected.</summary>
    /// <param name="arguments">The command line after the program's name.</param>
    /// <param name="settings">Environment variables in addition to those of the tests.</param>
    public static ProcessStartInfo CreateStartInfo(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A host of these tests lives for seconds: profiling itself to be faster in minutes costs more time than it saves.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    static string GetProgramPath(DirectoryInfo framework) =>
        RepositoryFolder.GetPath("functions", "FollowUp.Local", "bin", framework.Parent!.Name, framework.Name, "followup.dll");
}
