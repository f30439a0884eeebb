using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>A pending mail is dropped when the client opts out, answers or is erased before it is due.</summary>
public sealed class ObsoleteMailTests
{
    public static TheoryData<string, string> Means => new()
    {
        { "mail program", "mail-not-wanted" },
        { "page", "mail-not-wanted" },
        { "bounce", "mail-not-wanted" },
        { "complaint", "mail-not-wanted" },
        { "answer", "answered" },
        { "reply", "answered" },
        { "website", "answered" },
        { "none", "" },
    };

    [Theory]
    [MemberData(nameof(Means))]
    public async Task Client_action_drops_a_mail_that_waits_for_the_morning(string means, string why)
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject();
        await app.AdvanceTime(Duration.FromHours(10.5));
        var link = await app.GetLinkIn(MessageKind.Receipt);
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.AdvanceTime(Duration.FromMinutes(30));
        Assert.Empty(await app.MailsOf(MessageKind.TriedToReachYou));

        await Says(app, means, link, new() { ["slot"] = "2026-11-25T09:00:00Z" });
        await app.AdvanceTime(Duration.FromHours(13));

        await Left(app, MessageKind.TriedToReachYou, why);
    }

    [Theory]
    [MemberData(nameof(Means))]
    public async Task Client_action_drops_a_relaunch_that_is_due(string means, string why)
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        await app.AdvanceTime(Duration.FromMinutes(5));
        var link = await app.GetLinkIn(MessageKind.Validated);
        app.Time.SetUtcNow((await app.Project("P-1")).WakeAt!.Value.ToDateTimeOffset());
        await app.Services.GetRequiredService<FollowUp.Application.Projects.ProjectCommands>().Advance("P-1", TestContext.Current.CancellationToken);

        await Says(app, means, link, new() { ["answer"] = "still-looking" });
        await app.AdvanceTime(Duration.FromHours(2));

        await Left(app, MessageKind.RelaunchFirst, why);
    }

    static async Task Says(TestApp app, string means, string link, Dictionary<string, string> answer)
    {
        var browser = app.NewBrowser();
        var client = Actor.Client(TestApp.Client);
        await (means switch
        {
            "mail program" => browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" }),
            "page" => browser.Fill(link, new() { ["unsubscribe"] = "mails" }, to: link + "/unsubscribe"),
            "answer" => browser.Fill(link, answer),
            "bounce" => app.Record("P-1", new ReportMailRefused(Complaint: false), Actor.Time),
            "complaint" => app.Record("P-1", new ReportMailRefused(Complaint: true), Actor.Time),
            "reply" => app.Record("P-1", new ReportReply(new FreeText("Je cherche encore."), app.Now), client),
            "website" => app.Record("P-1", new ReportSignal(SignalKind.Message, null, app.Now), Actor.Website),
            _ => Task.CompletedTask,
        });
    }

    static async Task Left(TestApp app, MessageKind kind, string why)
    {
        var entry = Assert.Single(
            await app.Store.LoadMessages("P-1", pendingOnly: false, TestContext.Current.CancellationToken), e => e.Message.Kind == kind);
        if (why.Length == 0)
        {
            Assert.Equal(MessageState.Sent, entry.State);
            Assert.Single(await app.MailsOf(kind));
            return;
        }

        Assert.Equal((MessageState.Dropped, why), (entry.State, entry.Note));
        Assert.Empty(await app.MailsOf(kind));
    }
}
