using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using NodaTime.Text;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>The real host in a process of its own, serving a department's folder and sending by a mail server.</summary>
sealed class Host : IDisposable
{
    static readonly string Program =
        typeof(Host).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Host").Value!;

    readonly ConcurrentQueue<string> said = new();
    readonly Process process;

    Host(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote for its operator.</summary>
    public string Said => string.Join('\n', said);

    public static Host Serve(Department department, int port, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "serve", "--data", department.Folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        start.Environment["Clock__StartAt"] = InstantPattern.ExtendedIso.Format(Department.HostStart);
        start.Environment["PublicBase"] = "https://suivi.example";
        start.Environment["Mail__FromAddress"] = "suivi@department.example";
        start.Environment["Smtp__Host"] = "127.0.0.1";
        start.Environment["Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Smtp__Security"] = "none";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new Host(start);
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
        TestContext.Current.TestOutputHelper?.WriteLine(Said);
        process.Dispose();
    }
}
