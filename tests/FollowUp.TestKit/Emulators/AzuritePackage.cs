using System.ComponentModel;
using System.Diagnostics;

namespace FollowUp.TestKit.Emulators;

/// <summary>Azurite as npm ships it, installed on first use from the lock file in <c>tests/azurite</c>.</summary>
static class AzuritePackage
{
    const string TableServer = "node_modules/azurite/dist/src/table/main.js";

    /// <returns>The path of the script that starts the emulator of tables.</returns>
    /// <exception cref="EmulatorUnavailableException">This machine has no npm, or npm cannot install the package.</exception>
    public static string GetTableServer()
    {
        var folder = RepositoryFolder.GetPath("tests", "azurite");
        var script = Path.Combine(folder, TableServer);

        // Test programs that run beside each other must not install over one another.
        using var oneAtATime = new Mutex(initiallyOwned: false, "followup-npm");
        oneAtATime.WaitOne();
        try
        {
            if (!File.Exists(script))
            {
                Install(folder);
            }
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }

        return File.Exists(script) ? script : throw new EmulatorUnavailableException($"npm could not install Azurite in {folder}");
    }

    static void Install(string folder)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            npm.ErrorDataReceived += (_, _) => { };
            npm.BeginErrorReadLine();
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
        }
        catch (Win32Exception)
        {
            throw new EmulatorUnavailableException("npm is not installed on this machine");
        }
    }
}
