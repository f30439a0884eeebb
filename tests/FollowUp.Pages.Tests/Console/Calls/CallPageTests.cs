using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Console.Calls;

public sealed class CallPageTests
{
    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    /// <summary>Two projects whose first calls are due, P-1 before P-2.</summary>
    static async Task<TestApp> OpenWithTwoDueCalls()
    {
        var app = await Open();
        await app.SubmitProject("P-1", title: "Refonte du site");
        await app.AdvanceTime(Duration.FromMinutes(5));
        await app.SubmitProject("P-2", title: "Boutique en ligne", client: "C-2");
        await app.AdvanceTime(Duration.FromHours(2));
        return app;
    }

    static Dictionary<string, string> Outcome(string outcome) => new() { ["do"] = "record-call", ["outcome"] = outcome };

    [Fact]
    public async Task The_longest_due_call_is_shown_with_number_reason_and_description()
    {
        await using var app = await OpenWithTwoDueCalls();
        var camille = await app.SignIn(TestApp.Camille);

        var page = await camille.Get("/desk/call");

        Assert.Contains("Refonte du site", page.Text, StringComparison.Ordinal);
        Assert.Contains("tel:+33199001234", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Contains("01 99 00 12 34", page.Text, StringComparison.Ordinal);
        Assert.Contains("sur 6", page.Text, StringComparison.Ordinal);
        Assert.Contains("Un site plus clair.", page.Text, StringComparison.Ordinal);
        Assert.Contains("0 sur 2 faits", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_call_leads_to_the_next_due_one()
    {
        await using var app = await OpenWithTwoDueCalls();
        var camille = await app.SignIn(TestApp.Camille);

        var posted = await camille.Fill("/desk/call/P-1", Outcome("no-answer"));
        var next = await camille.Get(posted.Location);

        Assert.Equal("/desk/call?recorded=P-1", posted.Location);
        Assert.Equal(CallOutcome.NoAnswer, (await app.Project("P-1")).Latest.Call!.Outcome);
        Assert.Contains("Boutique en ligne", next.Text, StringComparison.Ordinal);
        Assert.Contains("1 sur 2 faits", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_call_is_recorded_on_each_project_of_the_client()
    {
        await using var app = await Open();
        await app.SubmitProject("P-1", title: "Refonte du site");
        await app.SubmitProject("P-2", title: "Boutique en ligne");
        await app.AdvanceTime(Duration.FromHours(2));
        var camille = await app.SignIn(TestApp.Camille);

        var call = Regex.Match((await camille.Get("/desk/call/P-1")).Html, "name=\"call\" value=\"([^\"]+)\"").Groups[1].Value;
        var first = await camille.Get((await camille.Fill("/desk/call/P-1", new(Outcome("no-answer")) { ["call"] = call })).Location);
        Assert.Contains("Le même appel, pour un autre projet", first.Text, StringComparison.Ordinal);
        var address = WebUtility.HtmlDecode(Regex.Match(first.Html, "href=\"(/desk/call/P-2\\?call=[^\"]+)\"").Groups[1].Value);
        Assert.Contains("Même appel : il ne compte qu’une fois.", (await camille.Get(address)).Text, StringComparison.Ordinal);
        await camille.Fill(address, new(Outcome("no-answer")) { ["call"] = call }, to: "/desk/call/P-2");

        Assert.NotNull((await app.Project("P-2")).Latest.Call);
        var person = await app.Services.GetRequiredService<IPersonStore>().Load(TestApp.Client, TestContext.Current.CancellationToken);
        Assert.Single(PersonRules.GetCalls(person!));
    }

    [Fact]
    public async Task The_call_recorded_just_before_can_be_taken_back()
    {
        await using var app = await OpenWithTwoDueCalls();
        var camille = await app.SignIn(TestApp.Camille);
        var posted = await camille.Fill("/desk/call/P-1", Outcome("voicemail"));
        var next = await camille.Get(posted.Location);
        Assert.Contains("Annuler", next.Text, StringComparison.Ordinal);

        var undone = await camille.Post("/desk/call/P-1", new() { ["do"] = "undo", ["__RequestVerificationToken"] = next.FormToken });

        Assert.Equal("/desk/call/P-1", undone.Location);
        Assert.Equal(0, (await app.Project("P-1")).Cycle.Attempts);
    }

    [Fact]
    public async Task An_agreed_time_comes_before_calls_that_are_due_longer()
    {
        await using var app = await OpenWithTwoDueCalls();
        await app.Record("P-2", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + Duration.FromMinutes(30)), new Actor(Role.Coordinator, TestApp.Camille.Id));
        var camille = await app.SignIn(TestApp.Camille);
        Assert.Contains("Refonte du site", (await camille.Get("/desk/call")).Text, StringComparison.Ordinal);

        await app.AdvanceTime(Duration.FromMinutes(31));

        Assert.Contains("Boutique en ligne", (await camille.Get("/desk/call")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_skipped_and_comes_back_after_the_last_one()
    {
        await using var app = await OpenWithTwoDueCalls();
        var camille = await app.SignIn(TestApp.Camille);

        Assert.Contains("href=\"/desk/call?after=P-1\"", (await camille.Get("/desk/call")).Html, StringComparison.Ordinal);
        Assert.Contains("Boutique en ligne", (await camille.Get("/desk/call?after=P-1")).Text, StringComparison.Ordinal);
        Assert.Contains("Refonte du site", (await camille.Get("/desk/call?after=P-2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_due_call_the_later_ones_of_the_day_are_listed()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var camille = await app.SignIn(TestApp.Camille);

        var page = await camille.Get("/desk/call");

        Assert.Contains("Aucun appel dû avant 10:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/call/P-1\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Tous les appels du jour sont faits", (await (await app.SignIn(TestApp.Yanis)).Get("/desk/call")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_outcome_is_shown_on_the_call_screen_with_what_was_typed()
    {
        await using var app = await OpenWithTwoDueCalls();
        var camille = await app.SignIn(TestApp.Camille);

        var page = await camille.Fill("/desk/call/P-1", new(Outcome("call-back")) { ["note.text"] = "Plutôt le matin." });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("0 sur 2 faits", page.Text, StringComparison.Ordinal);
        Assert.Contains("Plutôt le matin.", page.Text, StringComparison.Ordinal);
        Assert.Contains("action=\"/desk/call/P-1\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_makes_the_calls_of_one_coordinator()
    {
        await using var app = await OpenWithTwoDueCalls();
        var nadia = await app.SignIn(TestApp.Nadia);
        var camilleKey = (await nadia.Get("/desk")).Html.Split("href=\"/desk?staff=").Skip(1).Select(t => t.Split('"')[0]).First();

        var posted = await nadia.Fill($"/desk/call/P-1?staff={camilleKey}", Outcome("busy"));

        Assert.Equal($"/desk/call?staff={camilleKey}&recorded=P-1", posted.Location);
        Assert.Contains("Boutique en ligne", (await nadia.Get(posted.Location)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sales_have_no_call_screen_and_their_call_is_refused()
    {
        await using var app = await OpenWithTwoDueCalls();
        var simon = await app.SignIn(TestApp.Simon);

        Assert.Equal("/desk/search", (await simon.Get("/desk/call")).Location);
        Assert.Equal("/desk/projects/P-1", (await simon.Get("/desk/call/P-1")).Location);
        var refused = await simon.Post("/desk/call/P-1", new(Outcome("no-answer"))
        {
            ["__RequestVerificationToken"] = (await simon.Get("/desk/search")).FormToken,
        });
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Jeanne", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("99 00 12 34", refused.Text, StringComparison.Ordinal);
        Assert.Contains(await app.Audit("P-1"), entry => entry.Code == "sales-do-not-follow-up");
    }

    [Fact]
    public async Task The_client_s_other_open_projects_are_named()
    {
        await using var app = await OpenWithTwoDueCalls();
        await app.SubmitProject("P-3", title: "Un logo");
        var camille = await app.SignIn(TestApp.Camille);

        var page = await camille.Get("/desk/call/P-1");

        Assert.Contains("Autres projets de ce client", page.Text, StringComparison.Ordinal);
        Assert.Contains("Un logo", page.Text, StringComparison.Ordinal);
    }
}
