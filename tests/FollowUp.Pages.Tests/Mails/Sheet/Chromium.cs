using System.Diagnostics;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>Headless Chromium.</summary>
static class Chromium
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>The path of the program; null when it is not installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The DOM after the page's scripts have run.</summary>
    public static Task<string> Dom(string page) => Run("--dump-dom", page);

    /// <param name="scale">Device pixels per CSS pixel.</param>
    public static Task Picture(string page, string to, int width, int height, double scale, bool dark = false) => Run(
        $"--screenshot={to}", $"--window-size={width},{height}", string.Create(null, $"--force-device-scale-factor={scale}"),
        $"--blink-settings=preferredColorScheme={(dark ? 0 : 1)}", page);

    static async Task<string> Run(params string[] arguments)
    {
        var profile = Directory.CreateTempSubdirectory("followup-chromium-");
        try
        {
            var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[]
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=20000", $"--user-data-dir={profile.FullName}",
            }.Concat(arguments))
            {
                start.ArgumentList.Add(argument);
            }

            using var chromium = Process.Start(start)!;
            var said = chromium.StandardError.ReadToEndAsync();
            var output = await chromium.StandardOutput.ReadToEndAsync();
            await chromium.WaitForExitAsync();
            await said;
            return output;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
