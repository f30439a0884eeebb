using System.ComponentModel;
using System.Diagnostics;

namespace FollowUp.Emulators;

/// <summary>The emulator's package, installed on first use from the lock file beside it.</summary>
static class Npm
{
    const string Main = "node_modules/azurite/dist/src/table/main.js";

    /// <returns>The script that starts the emulator of tables.</returns>
    /// <exception cref="NotHereException">This machine has no npm, or npm cannot get the package.</exception>
    public static string Azurite()
    {
        var folder = Folder();
        var script = Path.Combine(folder, Main);

        // Two test programs that start together do not install over one another.
        using var oneAtATime = new Mutex(initiallyOwned: false, "followup-npm");
        oneAtATime.WaitOne();
        try
        {
            if (!File.Exists(script)) Install(folder);
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }

        return File.Exists(script) ? script : throw new NotHereException($"npm could not install Azurite in {folder}");
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
            throw new NotHereException("npm is not installed on this machine");
        }
    }

    static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var azurite = Path.Combine(folder.FullName, "tests", "azurite");
            if (Directory.Exists(azurite)) return azurite;
        }

        throw new NotHereException("the folder tests/azurite is not above the tests");
    }
}

/// <summary>Something that the tests need is not on this machine: they are skipped.</summary>
sealed class NotHereException(string what) : Exception(what);
