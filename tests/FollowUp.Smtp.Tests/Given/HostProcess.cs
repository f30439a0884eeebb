using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using NodaTime.Text;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>The real host in a process of its own, serving a department's folder and sending by a mail server.</summary>
sealed class HostProcess : IDisposable
{
    static readonly string ProgramPath =
        typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Host").Value!;

    readonly ConcurrentQueue<string> errorLines = new();
    readonly Process process;

    HostProcess(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => errorLines.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote for its operator.</summary>
    public string ErrorOutput => string.Join('\n', errorLines);

    public static HostProcess Start(DepartmentFolder department, int port, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath, "serve", "--data", department.FolderPath, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        start.Environment["Clock__StartAt"] = InstantPattern.ExtendedIso.Format(DepartmentFolder.HostStart);
        start.Environment["PublicBase"] = "https://suivi.example";
        start.Environment["Mail__FromAddress"] = "suivi@department.example";
        start.Environment["Smtp__Host"] = "127.0.0.1";
        start.Environment["Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Smtp__Security"] = "none";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new HostProcess(start);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        TestContext.Current.TestOutputHelper?.WriteLine(ErrorOutput);
        process.Dispose();
    }
}
