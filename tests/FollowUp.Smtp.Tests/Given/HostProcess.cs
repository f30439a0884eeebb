using System.Globalization;
using FollowUp.TestKit.Hosts;
using NodaTime.Text;

namespace FollowUp.Smtp.Tests.Given;

/// <summary>The real host in a process of its own, serving a department's folder and sending by a mail server.</summary>
static class HostProcess
{
    public static ServingProcess Start(DepartmentFolder department, int port, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Test",
            ["Clock__StartAt"] = InstantPattern.ExtendedIso.Format(DepartmentFolder.HostStart),
            ["PublicBase"] = "https://suivi.example",
            ["Mail__FromAddress"] = "suivi@department.example",
            ["Smtp__Host"] = "127.0.0.1",
            ["Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Smtp__Security"] = "none",
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return ServingProcess.Start(LocalHostProgram.CreateStartInfo(
            ["serve", "--data", department.FolderPath, "--urls", "http://127.0.0.1:0"], environment));
    }
}
