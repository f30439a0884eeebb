using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>
/// One project's life, told in steps. After each of them the promise is held against it: an open project has exactly one next action,
/// with a time and a reason, and is looked at again.
/// </summary>
public sealed class Life
{
    readonly Host host;

    Life(Host host, ProjectSeen first)
    {
        this.host = host;
        Seen = first;
    }

    public ProjectSeen Seen { get; private set; }

    public string Id => Seen.Id;

    public string Phase => Seen.Phase;

    public static async Task<Life> Of(Host host, JsonObject submission)
    {
        var (status, body) = await host.Post(host.Website, "/api/projects", submission);
        Assert.Equal(HttpStatusCode.Created, status);
        var life = new Life(host, new ProjectSeen(body));
        await life.Look();
        return life;
    }

    public static async Task<Life> OfCompany(Host host, string id = "P-1") => await Of(host, Submissions.Company(id, await host.Now()));

    public static async Task<Life> OfPerson(Host host, string id = "P-1") => await Of(host, Submissions.Person(id, await host.Now()));

    // Staff.

    public Task IsCalled(string outcome, params (string Name, JsonNode Value)[] more) =>
        Command("record-call", [("outcome", outcome), .. more]);

    /// <summary>The coordinator waits for the time of the next action, which is a call, and makes it.</summary>
    public async Task IsCalledWhenDue(string outcome, params (string Name, JsonNode Value)[] more)
    {
        await ComesToACall();
        await IsCalled(outcome, more);
    }

    public async Task Command(string type, params (string Name, JsonNode Value)[] fields)
    {
        var (status, body) = await Gives(Seen.Coordinator, type, fields);
        Assert.True(status == HttpStatusCode.OK, $"{type}: {(int)status} {body}");
        await Look();
    }

    /// <summary>Somebody gives a command and gets whatever answer.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Gives(
        string staff, string type, params (string Name, JsonNode Value)[] fields)
    {
        var command = new JsonObject { ["type"] = type };
        foreach (var (name, value) in fields)
        {
            command[name] = value.DeepClone();
        }

        return await host.Post(await host.Staff(staff), $"/api/projects/{Id}/commands", command);
    }

    // The website.

    public async Task Website(string door, JsonObject body)
    {
        var (status, answer) = await host.Post(host.Website, $"/api/projects/{Id}/{door}", body);
        Assert.True((int)status is 200 or 202, $"{door}: {(int)status} {answer}");
        await Look();
    }

    public async Task ProviderActs(string provider, string kind = "proposal") =>
        await Website("provider-actions", new JsonObject
        {
            ["provider"] = provider, ["kind"] = kind, ["at"] = Host.Rfc3339(await host.Now()),
        });

    // The client.

    /// <summary>The client opens the link of a mail, fills in the form and presses its button.</summary>
    public async Task<LinkPage> Answers(Mail mail, params (string Name, string Value)[] filled)
    {
        using var browser = host.Client();
        var page = await LinkPage.Open(browser, mail.Link);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var answer = await page.Submit(filled);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{(int)answer.Status}: {answer.Text}");
        await Look();
        return answer;
    }

    public Task<LinkPage> ClosesByLink(Mail mail, string answer, params (string Name, string Value)[] more) =>
        Answers(mail, [("answer", answer), ("project", Id), .. more]);

    // Time.

    public async Task Until(DateTimeOffset at)
    {
        await host.To(at);
        await Look();
    }

    public async Task Waits(string period)
    {
        await host.Advance(period);
        await Look();
    }

    /// <summary>Nothing but time passes until this is so.</summary>
    public async Task WaitsUntil(Func<ProjectSeen, bool> reached)
    {
        for (var step = 0; !reached(Seen); step++)
        {
            Assert.True(step < 200 && Seen.IsOpen, $"It never comes to that: {Seen.Json}");
            await Until(Seen.WakeAt!.Value);
        }
    }

    public async Task ComesToACall()
    {
        await WaitsUntil(p => p.Next == "call");
        if (Seen.DueAt > await host.Now())
        {
            await Until(Seen.DueAt);
        }
    }

    /// <summary>Nothing but time passes until a mail of this kind leaves.</summary>
    public async Task<Mail> WaitsForMail(string kind)
    {
        var before = (await Mails(kind)).Count;
        for (var step = 0; step < 50 && (await Mails(kind)).Count == before; step++)
        {
            await Until(Seen.WakeAt ?? (await host.Now()).AddDays(1));
        }

        var mails = await Mails(kind);
        Assert.Equal(before + 1, mails.Count);
        return mails[^1];
    }

    // What can be seen.

    public Task<IReadOnlyList<Mail>> Mails() => host.Mails(Id);

    public async Task<IReadOnlyList<Mail>> Mails(string kind) => [.. (await Mails()).Where(m => m.Kind == kind)];

    public void IsDead(string reason)
    {
        Assert.Equal(("dead", "dead", reason), (Phase, Seen.Result, Seen.Reason));
    }

    public async Task Look()
    {
        Seen = await host.Project(Id);
        if (!Seen.IsOpen)
        {
            Assert.False(Seen.HasNext);
            Assert.Null(Seen.WakeAt);
            return;
        }

        Assert.True(Seen.HasNext, "An open project has a next action.");
        Assert.False(string.IsNullOrWhiteSpace(Seen.Why), "A next action has a reason.");
        Assert.NotEqual(default, Seen.DueAt);
        Assert.True(Seen.WakeAt >= await host.Now(), $"It would not be looked at again: {Seen.Json}");
    }
}
