using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Links;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Times of calls that clients choose by a link.</summary>
public sealed class AppointmentTests
{
    /// <summary>A new project, and a link to choose a time for its first call.</summary>
    static async Task<string> Submitted(TestApp app, string id)
    {
        await app.SubmitProject(id);
        var links = app.Services.GetRequiredService<LinkTokens>();
        return "/l/" + links.CreateToken(new Link(
            LinkPurpose.CallBackSlot, id, 1, (await app.Project(id)).Version, TestApp.Client, app.Now + LinkTokens.GetLifetime(LinkPurpose.CallBackSlot)));
    }

    static string[] Slots(Browser.Page page) =>
        [.. page.Html.Split("name=\"slot\" value=\"").Skip(1).Select(part => part.Split('"')[0]).Where(value => value.Length > 0)];

    [Fact]
    public async Task Slot_near_another_agreed_call_is_not_offered_and_refused_when_posted()
    {
        await using var app = await TestApp.Start();
        var (first, second) = (await Submitted(app, "P-1"), await Submitted(app, "P-2"));
        var offered = Slots(await app.NewBrowser().Get(first));
        Assert.True(offered.Length > 20);
        Assert.Equal(HttpStatusCode.SeeOther, (await app.NewBrowser().Fill(first, new() { ["slot"] = offered[3] })).Status);

        Assert.Equal(offered.Where(slot => slot != offered[3]), Slots(await app.NewBrowser().Get(second)));
        var refused = await app.NewBrowser().Fill(second, new() { ["slot"] = offered[3] });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Ce créneau vient d’être pris", refused.Text, StringComparison.Ordinal);
        Assert.NotEmpty(Slots(refused));
        Assert.Null((await app.Project("P-2")).Agenda.AgreedCall);
    }

    [Fact]
    public async Task Of_fifty_clients_who_ask_for_one_time_at_once_exactly_one_gets_it()
    {
        await using var app = await TestApp.Start();
        var links = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            links.Add(await Submitted(app, $"P-{i}"));
        }

        var slot = Slots(await app.NewBrowser().Get(links[0]))[5];
        var answers = await Task.WhenAll(links.Select(link => Task.Run(() => app.NewBrowser().Fill(link, new() { ["slot"] = slot }))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.Equal(49, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        var at = InstantPattern.General.Parse(slot).Value;
        var agreed = 0;
        for (var i = 0; i < 50; i++)
        {
            agreed += (await app.Project($"P-{i}")).Agenda.AgreedCall == at ? 1 : 0;
        }

        Assert.Equal(1, agreed);
    }

    [Fact]
    public async Task Missed_appointment_gives_one_mail_of_excuse_with_new_times()
    {
        await using var app = await TestApp.Start();
        var link = await Submitted(app, "P-1");
        await app.NewBrowser().Fill(link, new() { ["slot"] = Slots(await app.NewBrowser().Get(link))[0] });
        await app.AdvanceTime(Duration.FromDays(2));

        var mail = Assert.Single(await app.MailsOf(MessageKind.AppointmentMissed));
        var page = await app.NewBrowser().Get(new Uri(mail.Mail.Links[0]).AbsolutePath);
        Assert.Contains("Veuillez nous en excuser", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(Slots(page));
    }

    [Fact]
    public async Task Page_for_a_wrong_number_asks_for_the_number_first_and_requires_it()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.WrongNumber, app.Now));
        await app.AdvanceTime(Duration.FromMinutes(10));
        var link = await app.GetLinkIn(MessageKind.TriedToReachYou);
        var browser = app.NewBrowser();

        var page = await browser.Get(link);
        Assert.True(page.Html.IndexOf("id=\"phone\"", StringComparison.Ordinal) < page.Html.IndexOf("name=\"slot\"", StringComparison.Ordinal));
        var without = await browser.Fill(link, new() { ["slot"] = Slots(page)[0] });
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Contains("id=\"phone-error\"", without.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new() { ["phone"] = "01 99 00 77 66", ["slot"] = Slots(page)[0] })).Status);
        var project = await app.Project("P-1");
        Assert.False(project.IsNumberWrong);
        Assert.NotNull(project.Agenda.AgreedCall);
    }

    [Fact]
    public async Task Closing_of_a_project_cancels_the_agreed_call_in_the_clients_calendar()
    {
        await using var app = await TestApp.Start();
        var link = await Submitted(app, "P-1");
        await app.NewBrowser().Fill(link, new() { ["slot"] = Slots(await app.NewBrowser().Get(link))[8] });
        await app.AdvanceTime(Duration.FromMinutes(5));
        await app.RecordAsManager("P-1", new Close(Domain.Projects.Outcome.Dead(Domain.Projects.DeathReason.Duplicate)));
        await app.AdvanceTime(Duration.FromHours(1));

        var mail = Assert.Single(await app.MailsOf(MessageKind.CallCancelled)).Mail;
        Assert.Contains("METHOD:CANCEL", mail.Calendar!, StringComparison.Ordinal);
        var invited = (await app.MailsOf(MessageKind.CallAgreed)).Single().Mail;
        static string Uid(string calendar) => calendar.Split("UID:")[1].Split('\r', '\n')[0];
        Assert.Equal(Uid(invited.Calendar!), Uid(mail.Calendar!));
    }
}
