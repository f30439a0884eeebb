using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>
/// The life of one project, in steps. After each step it checks the promise: an open project has exactly one next action, with a time and a
/// reason, and a time at which it is due again.
/// </summary>
public sealed class Life
{
    readonly HostProcess host;

    Life(HostProcess host, ProjectResponse first)
    {
        this.host = host;
        Project = first;
    }

    public ProjectResponse Project { get; private set; }

    public string Id => Project.Id;

    public string Phase => Project.Phase;

    public static async Task<Life> Submit(HostProcess host, JsonObject submission)
    {
        var (status, body) = await host.Post(host.WebsiteClient, "/api/projects", submission);
        Assert.Equal(HttpStatusCode.Created, status);
        var life = new Life(host, new ProjectResponse(body));
        await life.Refresh();
        return life;
    }

    public static async Task<Life> SubmitCompany(HostProcess host, string? id = null) =>
        await Submit(host, Submissions.Company(id ?? host.NewProjectId(), await host.Now()));

    public static async Task<Life> SubmitPerson(HostProcess host, string? id = null) =>
        await Submit(host, Submissions.Person(id ?? host.NewProjectId(), await host.Now()));

    // Staff.

    /// <summary>Records the outcome of a call and lets the two minutes pass in which it can be taken back before its mails leave.</summary>
    public async Task RecordCall(string outcome, params (string Name, JsonNode Value)[] more)
    {
        await GiveCommand("record-call", [("outcome", outcome), .. more]);
        await Advance("PT2M");
    }

    /// <summary>Lets time pass until the next action is a call and due, and records its outcome as the coordinator.</summary>
    public async Task RecordCallWhenDue(string outcome, params (string Name, JsonNode Value)[] more)
    {
        await AdvanceToNextCall();
        await RecordCall(outcome, more);
    }

    public async Task GiveCommand(string type, params (string Name, JsonNode Value)[] fields)
    {
        var (status, body) = await TryCommand(Project.Coordinator, type, fields);
        Assert.True(status == HttpStatusCode.OK, $"{type}: {(int)status} {body}");
        await Refresh();
    }

    /// <summary>Gives a command as this member of staff; any response will do.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> TryCommand(
        string staff, string type, params (string Name, JsonNode Value)[] fields)
    {
        var command = new JsonObject { ["type"] = type };
        foreach (var (name, value) in fields)
        {
            command[name] = value.DeepClone();
        }

        return await host.Post(await host.GetStaffClient(staff), $"/api/projects/{Id}/commands", command);
    }

    // The website.

    public async Task PostFromWebsite(string resource, JsonObject body)
    {
        var (status, answer) = await host.Post(host.WebsiteClient, $"/api/projects/{Id}/{resource}", body);
        Assert.True((int)status is 200 or 202, $"{resource}: {(int)status} {answer}");
        await Refresh();
    }

    public async Task ReportProviderAction(string provider, string kind = "proposal") =>
        await PostFromWebsite("provider-actions", new JsonObject
        {
            ["provider"] = provider, ["kind"] = kind, ["at"] = HostProcess.FormatTime(await host.Now()),
        });

    // The client.

    /// <summary>The client opens the link of a mail, fills in the form and presses its button.</summary>
    public async Task<LinkPage> AnswerByLink(MailboxMail mail, params (string Name, string Value)[] filled)
    {
        using var browser = host.CreateClient();
        var page = await LinkPage.Open(browser, mail.Link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var answer = await page.Submit(filled);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{(int)answer.Status}: {answer.Text}");
        await Refresh();
        return answer;
    }

    public Task<LinkPage> CloseByLink(MailboxMail mail, string answer, params (string Name, string Value)[] more) =>
        AnswerByLink(mail, [("answer", answer), ("project", Id), .. more]);

    // Time.

    public async Task AdvanceTo(DateTimeOffset at)
    {
        await host.AdvanceTo(at);
        await Refresh();
    }

    public async Task Advance(string period)
    {
        await host.Advance(period);
        await Refresh();
    }

    /// <summary>Moves the clock from one due time to the next until the condition holds.</summary>
    public async Task AdvanceUntil(Func<ProjectResponse, bool> reached)
    {
        for (var step = 0; !reached(Project); step++)
        {
            Assert.True(step < 200 && Project.IsOpen, $"The condition never holds: {Project.Json}");
            await AdvanceTo(Project.WakeAt!.Value);
        }
    }

    public async Task AdvanceToNextCall()
    {
        await AdvanceUntil(p => p.Next == "call");
        if (Project.DueAt > await host.Now())
        {
            await AdvanceTo(Project.DueAt);
        }
    }

    /// <summary>Moves the clock from one due time to the next until one more mail of this kind has left.</summary>
    public async Task<MailboxMail> AdvanceToMail(string kind)
    {
        var before = (await GetMails(kind)).Count;
        for (var step = 0; step < 50 && (await GetMails(kind)).Count == before; step++)
        {
            await AdvanceTo(Project.WakeAt ?? (await host.Now()).AddDays(1));
        }

        var mails = await GetMails(kind);
        Assert.Equal(before + 1, mails.Count);
        return mails[^1];
    }

    // What can be seen.

    public Task<IReadOnlyList<MailboxMail>> GetMails() => host.GetMails(Id);

    public async Task<IReadOnlyList<MailboxMail>> GetMails(string kind) => [.. (await GetMails()).Where(m => m.Kind == kind)];

    public void AssertDead(string reason)
    {
        Assert.Equal(("dead", "dead", reason), (Phase, Project.Result, Project.Reason));
    }

    public async Task Refresh()
    {
        Project = await host.GetProject(Id);
        if (!Project.IsOpen)
        {
            Assert.False(Project.HasNext);
            Assert.Null(Project.WakeAt);
            return;
        }

        Assert.True(Project.HasNext, "An open project has a next action.");
        Assert.False(string.IsNullOrWhiteSpace(Project.Why), "A next action has a reason.");
        Assert.NotEqual(default, Project.DueAt);
        Assert.True(Project.WakeAt >= await host.Now(), $"It is never due again: {Project.Json}");
    }
}
