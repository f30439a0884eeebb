using System.Net;
using FollowUp.EndToEnd.Tests.Stores;
using FollowUp.TestKit.Smtp;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>From an empty installation to the first validated project, as the README has it: by the command line and by the pages. On any store.</summary>
public abstract class FirstDay(Func<StoreLocation> createStore)
{
    /// <summary>In milliseconds: a newcomer, who also reads the README, is to be done in that time.</summary>
    const int TenMinutes = 600_000;

    static readonly string[] Answers =
    [
        "--department", "Suivi Exemple", "--phone", "01 99 00 12 34", "--reply-address", "suivi@exemple.example", "--manager-name", "Nadia Rouvière",
        "--manager-email", "nadia@exemple.example",
    ];

    static readonly DateTimeOffset SubmittedAt = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    [Fact(Timeout = TenMinutes)]
    public async Task Setup_by_command_line_leads_to_a_validated_project()
    {
        using var mailServer = new FakeSmtpServer();
        await using var host = HostProcess.CreateNew(createStore());
        var lines = (await host.RunCommand(
        [
            "setup", .. Answers, "--public-address", host.Address.ToString(), "--smtp-host", "127.0.0.1",
            "--smtp-port", $"{mailServer.Port}", "--smtp-security", "none", "--from-address", "suivi@exemple.example",
        ])).Split('\n').Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1]);
        Assert.Equal(["nadia@exemple.example"], Assert.Single(mailServer.ReceivedMails).To);
        host.WebsiteClient.DefaultRequestHeaders.Add("x-functions-key", lines["website-key"]);

        await host.Serve();
        Assert.DoesNotContain(host.ErrorLines, line => line.Contains("/setup/", StringComparison.Ordinal));
        await Submit(host, "P-1");
        using var browser = host.CreateClient();
        var desk = await (await LinkPage.Open(browser, lines["sign-in"])).Submit();
        Assert.Contains("Nadia Rouvière", desk.Text, StringComparison.Ordinal);
        await Validate(host, browser, "P-1");

        // Run again, it keeps what it is not told anew, and prints no key.
        var again = await host.RunCommand("setup", "--phone", "01 99 00 12 35", "--no-test-mail");
        Assert.StartsWith($"sign-in {host.Address}l/", again, StringComparison.Ordinal);
        Assert.DoesNotContain("website-key", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_answers_name_the_option_and_the_rule_and_leave_the_department_as_it_was()
    {
        await using var host = HostProcess.CreateNew(createStore());

        var (code, output, errors) = await host.TryCommand(
            "setup", "--department", "Suivi", "--phone", "12", "--languages", "fr,de", "--smtp-host", "127.0.0.1", "--smtp-port", "0", "--alsace-moselle", "maybe");

        Assert.Equal((2, ""), (code, output));
        foreach (var option in new[] { "--phone:", "--languages:", "--smtp-port:", "--alsace-moselle:", "--manager-name:", "--manager-email:", "--from-address:" })
        {
            Assert.Contains(option, errors, StringComparison.Ordinal);
        }

        // A port on which no mail server listens.
        var refused = await host.TryCommand(
            ["setup", .. Answers, "--smtp-host", "127.0.0.1", "--smtp-port", "1", "--smtp-security", "none", "--from-address", "suivi@exemple.example"]);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("--smtp-host:", refused.Errors, StringComparison.Ordinal);
        var check = await host.TryCommand("check");
        Assert.Equal(1, check.Code);
        Assert.Contains("there is no manager", check.Output, StringComparison.Ordinal);
    }

    /// <summary>The manager opens the project's page and records a call.</summary>
    static async Task Validate(HostProcess host, HttpClient browser, string id)
    {
        var project = await LinkPage.Open(browser, $"{host.Address}desk/projects/{id}");
        Assert.Equal("awaiting-validation", (await host.GetProject(id)).Phase);
        await project.SubmitForm("record-call", ("outcome", "serious"), ("evidence", "need-described"));
        Assert.Equal("in-follow-up", (await host.GetProject(id)).Phase);
    }

    static async Task Submit(HostProcess host, string id)
    {
        var (status, _) = await host.Post(host.WebsiteClient, "/api/projects", Submissions.Company(id, SubmittedAt));
        Assert.Equal(HttpStatusCode.Created, status);
    }
}
