using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Infra.Tests.Templates;
using FollowUp.TestKit.Hosts;

namespace FollowUp.Infra.Tests.Scripts;

/// <summary>The template's scripts, run as azd runs them.</summary>
public sealed class HookTests : IDisposable
{
    /// <summary>Each script is compiled once.</summary>
    static readonly ConcurrentDictionary<string, Lazy<Task>> Compiled = new();

    readonly string folder = Directory.CreateTempSubdirectory("followup-hook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Local_settings_come_from_the_sample_and_keep_changes()
    {
        var app = Directory.CreateDirectory(Path.Combine(folder, "functions", "FollowUp.Functions")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "azure.yaml"), "name: followup", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(app, "local.settings.sample.json"), """
            {
              // Storage by Azurite.
              "IsEncrypted": false,
              "Values": { "AzureWebJobsStorage": "UseDevelopmentStorage=true", "Mail__PerHour": "100", "TASKHUB_NAME": "local" },
            }
            """, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(app, "local.settings.json"), """{"Values":{"TASKHUB_NAME":"mine"}}""", Cancellation);

        var quiet = await Run("local-settings.cs", folder);
        Assert.True(quiet.Code == 0, quiet.Output);
        var values = await Settings();
        Assert.Equal("UseDevelopmentStorage=true", values.GetText("AzureWebJobsStorage"));
        Assert.Equal("mine", values.GetText("TASKHUB_NAME"));
        Assert.Null(values["Mail__Endpoint"]);

        var noMail = await Run("local-settings.cs", folder, ("FOLLOWUP_LOCAL_MAIL", "true"));
        Assert.Equal(1, noMail.Code);
        Assert.Contains("azd provision", noMail.Output, StringComparison.Ordinal);

        var withMail = await Run(
            "local-settings.cs", folder, ("FOLLOWUP_LOCAL_MAIL", "true"), ("FOLLOWUP_MAIL_ENDPOINT", "https://acs.example"), ("FOLLOWUP_MAIL_SENDER", "suivi@mail.example"));
        Assert.True(withMail.Code == 0, withMail.Output);
        Assert.Equal("https://acs.example", (await Settings()).GetText("Mail__Endpoint"));
        Assert.Equal("mine", (await Settings()).GetText("TASKHUB_NAME"));

        async Task<JsonNode> Settings() => JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(app, "local.settings.json"), Cancellation))!["Values"]!;
    }

    [Fact]
    public async Task The_smoke_check_names_what_is_missing()
    {
        var check = await Run("smoke.cs", folder);

        Assert.Equal(1, check.Code);
        Assert.Contains("No address", check.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task The_smoke_check_follows_a_project_on_the_local_host_to_its_first_next_action()
    {
        var data = Path.Combine(folder, "data");
        using var host = ServingProcess.Start(LocalHostProgram.CreateStartInfo(["serve", "--data", data, "--urls", "http://127.0.0.1:0"], []));
        var address = await host.WaitUntilServing(Cancellation);
        var key = await Finish(Process.Start(LocalHostProgram.CreateStartInfo(["key", "--data", data], []))!);
        Assert.Equal(0, key.Code);

        var check = await Run("smoke.cs", folder, ("FOLLOWUP_APP_ADDRESS", address.ToString()), ("FOLLOWUP_WEBSITE_KEY", key.Output.Trim()));

        Assert.True(check.Code == 0, check.Output);
        Assert.Contains("next action: call", check.Output, StringComparison.Ordinal);
        Assert.Contains("the test client is erased", check.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task The_set_up_address_is_printed_while_there_is_no_manager_and_its_page_opens()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for az is a shell script.");
            return;
        }

        var setting = Path.Combine(folder, "setting");
        var az = Path.Combine(folder, "az");
        await File.WriteAllTextAsync(az, $"#!/bin/sh\nfor last; do :; done\nprintf %s \"$last\" > '{setting}'\n", Cancellation);
        File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var managed = false;
        using var app = new FakeApp(path => path switch
        {
            "/setup" => managed ? 303 : 200,
            _ => File.Exists(setting) && File.ReadAllText(setting) == $"Setup__TokenHash={Sha256(path["/setup/".Length..])}" ? 200 : 404,
        });
        (string, string)[] environment =
        [
            ("FOLLOWUP_APP_ADDRESS", app.Address), ("FOLLOWUP_APP_NAME", "app"), ("AZURE_RESOURCE_GROUP", "group"),
            ("PATH", $"{folder}:{Environment.GetEnvironmentVariable("PATH")}"),
        ];

        var first = await Run("setup-address.cs", folder, environment);
        Assert.True(first.Code == 0, first.Output);
        var token = first.Output.Split("/setup/")[1].Split((char[])[' ', '\n', '\r'])[0];
        Assert.Equal($"Setup__TokenHash={Sha256(token)}", await File.ReadAllTextAsync(setting, Cancellation));

        managed = true;
        var second = await Run("setup-address.cs", folder, environment);
        Assert.True(second.Code == 0, second.Output);
        Assert.DoesNotContain("/setup/", second.Output, StringComparison.Ordinal);

        static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Every_script_that_azure_yaml_names_exists()
    {
        var named = RepositoryFiles.ReadText("azure.yaml").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith("infra/", StringComparison.Ordinal)).Distinct().ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, file => Assert.True(File.Exists(RepositoryFiles.GetPath(file)), file));
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static async Task<(int Code, string Output)> Run(string script, string folder, params (string Name, string Value)[] environment)
    {
        var path = RepositoryFiles.GetPath("infra", "hooks", script);
        await Compiled.GetOrAdd(path, _ => new Lazy<Task>(() => Compile(path, folder))).Value;
        return await Finish(Start("dotnet", folder, ["run", "--no-build", "--file", path], environment));
    }

    static async Task Compile(string path, string folder)
    {
        var (code, output) = await Finish(Start("dotnet", folder, ["build", path]));
        Assert.True(code == 0, output);
    }

    static Process Start(string program, string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForScripts).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    static bool IsForScripts(string name) =>
        name.StartsWith("FOLLOWUP_", StringComparison.Ordinal) || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);

    static async Task<(int Code, string Output)> Finish(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(Cancellation);
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            return (process.ExitCode, await output + await errors);
        }
    }
}
