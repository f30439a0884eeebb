using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>Relaunches about several projects of a person that are due on one day leave as one mail.</summary>
public sealed class CommonMailTests
{
    static async Task<TestApp> Relaunched(Language second = Language.French)
    {
        var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.CreateProjectInFollowUp("P-2", second);
        await app.AdvanceTime(Duration.FromDays(4));
        return app;
    }

    [Fact]
    public async Task One_mail_tells_both_projects_and_has_a_link_for_each()
    {
        await using var app = await Relaunched();

        var mail = Assert.Single(await app.MailsOf(MessageKind.RelaunchFirst)).Mail;

        Assert.Equal("Vos 2 projets : où en êtes-vous ?", mail.Subject);
        Assert.Contains("Projets n°", mail.Text, StringComparison.Ordinal);
        Assert.Equal(3, mail.Links.Distinct().Count());
        foreach (var id in new[] { "P-1", "P-2" })
        {
            Assert.Contains(id, mail.Text, StringComparison.Ordinal);
            Assert.Equal(1, (await app.Project(id)).Cycle.UnansweredContacts);
            Assert.Equal(MessageState.Sent, (await Relaunch(app, id)).State);
        }

        Assert.Single(new[] { await Relaunch(app, "P-1"), await Relaunch(app, "P-2") }, entry => entry.Note == DeliveryNotes.InCommonMail);
    }

    [Fact]
    public async Task Its_link_stops_the_mails_about_all_of_them()
    {
        await using var app = await Relaunched();
        var address = (await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Headers["List-Unsubscribe"].Trim('<', '>');

        await app.NewBrowser().Post(new Uri(address).AbsolutePath, new() { ["List-Unsubscribe"] = "One-Click" });

        foreach (var id in new[] { "P-1", "P-2" }) Assert.False((await app.Project(id)).Contact.MayMail);
    }

    [Fact]
    public async Task Projects_in_two_languages_get_a_mail_each_on_two_days()
    {
        await using var app = await Relaunched(Language.English);
        await app.AdvanceTime(Duration.FromDays(3));

        var mails = await app.MailsOf(MessageKind.RelaunchFirst);

        Assert.Equal(2, mails.Length);
        Assert.Equal(2, mails.Select(m => m.At.InUtc().Date).Distinct().Count());
    }

    [Fact]
    public async Task Queued_relaunch_does_not_leave_after_no_more_mails_on_another_project()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.CreateProjectInFollowUp("P-2");
        await app.Record("P-1", new OptOut(Channel.Mail), Actor.Client(TestApp.Client));
        await app.AdvanceTime(Duration.FromDays(10));

        Assert.Empty(await app.MailsOf(MessageKind.RelaunchFirst));
    }

    [Fact]
    public async Task Relaunch_that_an_outage_held_up_leaves_within_the_mail_hours()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        app.Time.SetUtcNow((await app.Project("P-1")).Next!.DueAt.ToDateTimeOffset());
        await app.Services.GetRequiredService<ProjectCommands>().Advance("P-1", TestContext.Current.CancellationToken);

        // On a Sunday.
        app.Time.SetUtcNow(Instant.FromUtc(2026, 11, 29, 9, 0).ToDateTimeOffset());
        await app.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", TestContext.Current.CancellationToken);
        Assert.Empty(await app.MailsOf(MessageKind.RelaunchFirst));
        Assert.Equal(DeliveryNotes.OutsideHours, (await Relaunch(app, "P-1")).Note);

        await app.AdvanceTime(Duration.FromDays(2));
        Assert.Single(await app.MailsOf(MessageKind.RelaunchFirst));
    }

    static async Task<OutboxEntry> Relaunch(TestApp app, string id) =>
        (await app.Services.GetRequiredService<IProjectStore>().LoadMessages(id, pendingOnly: false, TestContext.Current.CancellationToken))
            .Single(entry => entry.Message.Kind == MessageKind.RelaunchFirst);
}
