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
    public async Task An_answer_that_closes_the_project_asks_for_its_number(string answer, DeathReason reason)
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        Dictionary<string, string> fields = new() { ["answer"] = answer, ["provider"] = "PR-1" };
        var before = (await house.Project("P-1")).Version;

        var missing = await browser.Fill(link, fields);
        var wrong = await browser.Fill(link, new(fields) { ["project"] = "P-2" });

        foreach (var rejected in new[] { missing, wrong })
        {
            Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
            Assert.Contains("id=\"project-error\"", rejected.Html, StringComparison.Ordinal);
            Assert.Matches($"value=\"{answer}\" checked", rejected.Html);
        }

        Assert.Equal(before, (await house.Project("P-1")).Version);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new(fields) { ["project"] = " p-1 " })).Status);
        var outcome = (await house.Project("P-1")).Outcome!;
        Assert.True(answer == "chose" ? outcome is { IsWon: true, Provider: "PR-1" } : outcome.Reason == reason);
    }

    [Fact]
    public async Task The_page_does_not_tell_the_project_number()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink("P-4711");

        Assert.DoesNotContain("P-4711", (await house.NewBrowser().Get(link)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PR-1", "", "PR-1")]
    [InlineData("", "northlight", "PR-2")]
    [InlineData("", "PR-2", "PR-2")]
    public async Task A_provider_is_chosen_from_the_list_or_named_exactly(string listed, string named, string expected)
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();

        await house.NewBrowser().Fill(link, new() { ["answer"] = "talking-to", ["provider"] = listed, ["otherProvider"] = named });

        Assert.True((await house.Project("P-1")).GetProviderState(expected).ClientInterested);
    }

    [Fact]
    public async Task A_provider_that_nobody_knows_is_an_error_at_its_field()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();

        var rejected = await house.NewBrowser().Fill(link, new() { ["answer"] = "talking-to", ["otherProvider"] = "North" });

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Contains("id=\"otherProvider-error\"", rejected.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_now_takes_a_date_to_come()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Fill(link, new() { ["answer"] = "not-now" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Fill(link, new() { ["answer"] = "not-now", ["until"] = "2020-01-01" })).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new() { ["answer"] = "not-now", ["until"] = "2027-03-01" })).Status);
        Assert.Equal(new LocalDate(2027, 3, 1), (await house.Project("P-1")).Snooze?.Until);
        Assert.Contains("à revoir le lundi 1er mars 2027", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("StillLooking")]
    public async Task An_answer_that_is_none_records_nothing(string answer)
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var before = (await house.Project("P-1")).Version;

        var rejected = await house.NewBrowser().Fill(link, new() { ["answer"] = answer });

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Equal(before, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task A_client_who_was_not_reached_picks_a_time_and_corrects_the_number()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, house.Now));
        await house.AdvanceTime(Duration.FromMinutes(5));
        var link = await house.GetLinkIn(MessageKind.TriedToReachYou);
        var browser = house.NewBrowser();
        var shown = await browser.Get(link);
        var slot = shown.Html.Split("name=\"slot\" value=\"").Skip(1).Select(part => part.Split('"')[0]).Last();

        var answered = await browser.Fill(link, new() { ["slot"] = slot, ["phone"] = "06 39 98 00 11" });

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(slot, NodaTime.Text.InstantPattern.General.Format((await house.Project("P-1")).CallAgreedAt!.Value));
        Assert.Equal("+33639980011", (await house.Dossier("P-1"))!.Phone);
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
    public async Task A_time_or_a_number_that_cannot_be_is_turned_down(string field, string value, HttpStatusCode status)
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, house.Now));
        await house.AdvanceTime(Duration.FromMinutes(5));
        var before = (await house.Project("P-1")).Version;

        var rejected = await house.NewBrowser().Fill(await house.GetLinkIn(MessageKind.TriedToReachYou), new() { [field] = value });

        Assert.Equal(status, rejected.Status);
        Assert.Equal(before, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task Missing_information_is_sent_by_its_link()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.NeedsInformation, house.Now, Reason: new FreeText("Quel budget ?")));
        await house.AdvanceTime(Duration.FromMinutes(5));
        var link = await house.GetLinkIn(MessageKind.MissingInformation);
        var browser = house.NewBrowser();
        Assert.Contains("Quel budget ?", (await browser.Get(link)).Text, StringComparison.Ordinal);

        var answered = await browser.Fill(link, new() { ["text"] = "Entre 2 000 et 3 000 €." });

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(Stage.InformationGiven, (await house.Project("P-1")).Stage);
    }

    [Theory]
    [InlineData("Deux lignes.\r\nDont une seconde.", HttpStatusCode.SeeOther)]
    [InlineData("Une \u001b[31mligne.", HttpStatusCode.BadRequest)]
    [InlineData("Une ligne.\u007f", HttpStatusCode.BadRequest)]
    public async Task A_text_of_several_lines_holds_no_other_control_character(string text, HttpStatusCode status)
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.NeedsInformation, house.Now));
        await house.AdvanceTime(Duration.FromMinutes(5));

        var answered = await house.NewBrowser().Fill(await house.GetLinkIn(MessageKind.MissingInformation), new() { ["text"] = text });

        Assert.Equal(status, answered.Status);
        Assert.Equal(status == HttpStatusCode.BadRequest, answered.Html.Contains("id=\"text-error\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_that_people_write_is_shown_as_text()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();

        var rejected = await house.NewBrowser().Fill(
            link, new() { ["answer"] = "talking-to", ["otherProvider"] = "\"><script>alert(1)</script>" });

        Assert.DoesNotContain("<script", rejected.Html, StringComparison.OrdinalIgnoreCase);
    }
}
