using System.Net;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The forms of a project's page: errors at their fields, refusals, and a form that is sent twice.</summary>
public sealed class ProjectFormTests
{
    const string Page = "/desk/projects/P-1";

    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    static async Task<Browser.Page> Send(Browser browser, string form, Dictionary<string, string>? fields = null) =>
        await browser.Fill(Page, new(fields ?? []) { ["do"] = form });

    public static TheoryData<string, string, string> Incomplete => new()
    {
        { "record-call", "", "outcome" },
        { "record-call", "outcome=call-back", "at" },
        { "record-call", "outcome=not-now", "until" },
        { "record-call", "outcome=chose", "provider" },
        { "record-call", "outcome=call-back&at=2020-01-01T09:00", "at" },
        { "record-call", "outcome=talking-to&provider=Unknown", "provider" },
        { "record-call", "outcome=no-answer&callAt=yesterday", "callAt" },
        { "record-call", "outcome=no-answer&callAt=2026-11-23T18:00", "callAt" },
        { "add-note", "text=", "text" },
        { "snooze", "", "until" },
        { "snooze", "until=soon", "until" },
        { "snooze", "until=2020-01-01&reason=Vacances", "until" },
        { "snooze", "until=2027-01-11", "reason" },
        { "assign", "coordinator=simon@demo.example", "coordinator" },
        { "close", "", "result" },
        { "close", "result=won", "provider" },
        { "close", "result=won&provider=PR-1&amount=lots", "amount" },
        { "close", "result=nonsense", "result" },
        { "close", "result=dead", "reason" },
        { "dance", "", "do" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task Invalid_field_is_an_error_at_the_field(string form, string query, string field)
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var before = (await app.Project("P-1")).Version;
        var browser = await app.SignIn(TestApp.Camille);
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

        var rejected = await Send(browser, form, fields);

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Equal(before, (await app.Project("P-1")).Version);
        if (form != "dance")
        {
            Assert.Contains($"href=\"#{form}-{field}\"", rejected.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{form}-{field}\"", rejected.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fields_that_the_outcome_hides_are_ignored()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var done = await Send(browser, "record-call", new()
        {
            ["outcome"] = "no-answer", ["evidence"] = "budget", ["provider"] = "Unknown", ["until"] = "soon", ["at"] = "2020-01-01T09:00",
            ["notSerious"] = "no-budget", ["reason"] = "Trop cher", ["note.visibility"] = "internal",
        });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
    }

    [Fact]
    public async Task Error_names_the_field_and_the_rule()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var rejected = await Send(browser, "snooze", new() { ["until"] = "2020-01-01" });

        Assert.Contains("La date doit venir après aujourd’hui.", rejected.Text, StringComparison.Ordinal);
        Assert.Contains("La raison est obligatoire.", rejected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listed_reason_and_own_words_of_a_project_that_is_not_serious_are_both_recorded()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);

        await Send(browser, "record-call", new() { ["outcome"] = "not-serious", ["notSerious"] = "no-budget", ["reason"] = "L’a dit deux fois." });

        var page = await browser.Get(Page);
        Assert.Contains("pas de budget", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("L’a dit deux fois.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_is_shown_at_its_form()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var refused = await Send(browser, "snooze", new() { ["until"] = "2199-01-01", ["reason"] = "Vacances" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Refusals.SnoozeTooLong.Sentence.French, refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Vacances\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_sent_twice_is_recorded_once()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);
        var page = await browser.Get(Page);
        Dictionary<string, string> form = new()
        {
            ["do"] = "record-call", ["once"] = "abc.record-call", ["outcome"] = "no-answer", ["__RequestVerificationToken"] = page.FormToken,
        };

        await browser.Post(Page, form);
        var again = await browser.Post(Page, form);

        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(1, (await app.Project("P-1")).Cycle.Attempts);
    }

    [Fact]
    public async Task Form_from_a_second_window_asks_whether_it_is_the_same_call()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);
        Dictionary<string, string> form = new() { ["outcome"] = "no-answer", ["version"] = $"{(await app.Project("P-1")).Version}" };
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "record-call", form)).Status);

        var asked = await Send(browser, "record-call", form);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("C’est un autre appel", asked.Text, StringComparison.Ordinal);
        Assert.Single((await app.Project("P-1")).Contact.RecentCalls);

        form["confirmed"] = "true";
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "record-call", form)).Status);
        Assert.Equal((1, 2), ((await app.Project("P-1")).Cycle.Attempts, (await app.Project("P-1")).Contact.RecentCalls.Length));
    }
}
