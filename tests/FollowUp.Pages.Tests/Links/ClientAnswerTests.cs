using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class ClientAnswerTests
{
    [Theory]
    [InlineData("chose", DeathReason.Erased)]
    [InlineData("chose-elsewhere", DeathReason.ChoseElsewhere)]
    [InlineData("gave-up", DeathReason.Abandoned)]
    [InlineData("leave-me-alone", DeathReason.RefusedContact)]
    public async Task Closing_answer_requires_the_project_number(string answer, DeathReason reason)
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        Dictionary<string, string> fields = new() { ["answer"] = answer, ["provider"] = "PR-1" };
        var before = (await app.Project("P-1")).Version;

        var missing = await browser.Fill(link, fields);
        var wrong = await browser.Fill(link, new(fields) { ["project"] = "P-2" });

        foreach (var rejected in new[] { missing, wrong })
        {
            Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
            Assert.Contains("id=\"project-error\"", rejected.Html, StringComparison.Ordinal);
            Assert.Matches($"value=\"{answer}\" checked", rejected.Html);
        }

        Assert.Equal(before, (await app.Project("P-1")).Version);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new(fields) { ["project"] = " p-1 " })).Status);
        var outcome = (await app.Project("P-1")).Outcome!;
        Assert.True(answer == "chose" ? outcome is { IsWon: true, Provider: "PR-1" } : outcome.Reason == reason);
    }

    [Fact]
    public async Task Page_does_not_show_the_project_number()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink("P-4711");

        Assert.DoesNotContain("P-4711", (await app.NewBrowser().Get(link)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PR-1", "", "PR-1")]
    [InlineData("", "northlight", "PR-2")]
    [InlineData("", "PR-2", "PR-2")]
    public async Task Provider_is_chosen_from_the_list_or_by_exact_name(string listed, string named, string expected)
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();

        await app.NewBrowser().Fill(link, new() { ["answer"] = "talking-to", ["provider"] = listed, ["otherProvider"] = named });

        Assert.True((await app.Project("P-1")).GetProviderState(expected).ClientInterested);
    }

    [Fact]
    public async Task Unknown_provider_is_an_error_at_its_field()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();

        var rejected = await app.NewBrowser().Fill(link, new() { ["answer"] = "talking-to", ["otherProvider"] = "North" });

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Contains("id=\"otherProvider-error\"", rejected.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_now_requires_a_future_date()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Fill(link, new() { ["answer"] = "not-now" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Fill(link, new() { ["answer"] = "not-now", ["until"] = "2020-01-01" })).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new() { ["answer"] = "not-now", ["until"] = "2027-03-01" })).Status);
        Assert.Equal(new LocalDate(2027, 3, 1), (await app.Project("P-1")).Agenda.Snooze?.Until);
        Assert.Contains("à revoir le lundi 1er mars 2027", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("StillLooking")]
    public async Task Unknown_answer_is_refused(string answer)
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var before = (await app.Project("P-1")).Version;

        var rejected = await app.NewBrowser().Fill(link, new() { ["answer"] = answer });

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Client_picks_a_call_time_and_corrects_the_number()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.AdvanceTime(Duration.FromMinutes(5));
        var link = await app.GetLinkIn(MessageKind.TriedToReachYou);
        var browser = app.NewBrowser();
        var shown = await browser.Get(link);
        var slot = shown.Html.Split("name=\"slot\" value=\"").Skip(1).Select(part => part.Split('"')[0]).Last();

        var answered = await browser.Fill(link, new() { ["slot"] = slot, ["phone"] = "06 39 98 00 11" });

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(slot, NodaTime.Text.InstantPattern.General.Format((await app.Project("P-1")).Agenda.AgreedCall!.Value));
        Assert.Equal("+33639980011", (await app.Dossier("P-1"))!.Phone);
        Assert.Contains("un appel est convenu", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slot", "2026-11-24T03:00:00Z", HttpStatusCode.Conflict)]
    [InlineData("slot", "2020-11-24T09:00:00Z", HttpStatusCode.Conflict)]
    [InlineData("slot", "tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("phone", "12", HttpStatusCode.BadRequest)]
    [InlineData("phone", "06 39 98 00 11\r\nBcc: tous@ailleurs.example", HttpStatusCode.BadRequest)]
    [InlineData("phone", "06 39 98 00 11\u0000", HttpStatusCode.BadRequest)]
    [InlineData("slot", "", HttpStatusCode.BadRequest)]
    public async Task Impossible_time_or_number_is_refused(string field, string value, HttpStatusCode status)
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.AdvanceTime(Duration.FromMinutes(5));
        var before = (await app.Project("P-1")).Version;

        var rejected = await app.NewBrowser().Fill(await app.GetLinkIn(MessageKind.TriedToReachYou), new() { [field] = value });

        Assert.Equal(status, rejected.Status);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Missing_information_is_recorded()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NeedsInformation, app.Now, Reason: new FreeText("Quel budget ?")));
        await app.AdvanceTime(Duration.FromMinutes(5));
        var link = await app.GetLinkIn(MessageKind.MissingInformation);
        var browser = app.NewBrowser();
        Assert.Contains("Quel budget ?", (await browser.Get(link)).Text, StringComparison.Ordinal);

        var answered = await browser.Fill(link, new() { ["text"] = "Entre 2 000 et 3 000 €." });

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(Stage.InformationGiven, (await app.Project("P-1")).Stage);
    }

    [Theory]
    [InlineData("Deux lignes.\r\nDont une seconde.", HttpStatusCode.SeeOther)]
    [InlineData("Une \u001b[31mligne.", HttpStatusCode.BadRequest)]
    [InlineData("Une ligne.\u007f", HttpStatusCode.BadRequest)]
    public async Task Text_with_control_characters_is_refused(string text, HttpStatusCode status)
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NeedsInformation, app.Now));
        await app.AdvanceTime(Duration.FromMinutes(5));

        var answered = await app.NewBrowser().Fill(await app.GetLinkIn(MessageKind.MissingInformation), new() { ["text"] = text });

        Assert.Equal(status, answered.Status);
        Assert.Equal(status == HttpStatusCode.BadRequest, answered.Html.Contains("id=\"text-error\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_of_people_is_encoded()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();

        var rejected = await app.NewBrowser().Fill(
            link, new() { ["answer"] = "talking-to", ["otherProvider"] = "\"><script>alert(1)</script>" });

        Assert.DoesNotContain("<script", rejected.Html, StringComparison.OrdinalIgnoreCase);
    }
}
