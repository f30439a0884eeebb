using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>A mail is queued; before its time comes, the client says no, or says something. Through the delivery that the hosts run.</summary>
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
    public async Task A_mail_that_waits_for_the_morning(string means, string why)
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        await house.AdvanceTime(Duration.FromHours(10.5));
        var link = await house.GetLinkIn(MessageKind.Receipt);
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, house.Now));
        await house.AdvanceTime(Duration.FromMinutes(30));
        Assert.Empty(await house.MailsOf(MessageKind.TriedToReachYou));

        await Says(house, means, link, new() { ["slot"] = "2026-11-25T09:00:00Z" });
        await house.AdvanceTime(Duration.FromHours(13));

        await Left(house, MessageKind.TriedToReachYou, why);
    }

    [Theory]
    [MemberData(nameof(Means))]
    public async Task A_relaunch_that_is_due_and_not_yet_carried_out(string means, string why)
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        await house.AdvanceTime(Duration.FromMinutes(5));
        var link = await house.GetLinkIn(MessageKind.Validated);
        house.Time.SetUtcNow((await house.Project("P-1")).WakeAt!.Value.ToDateTimeOffset());
        await house.Services.GetRequiredService<FollowUp.Application.Projects.ProjectCommands>().Advance("P-1", TestContext.Current.CancellationToken);

        await Says(house, means, link, new() { ["answer"] = "still-looking" });
        await house.AdvanceTime(Duration.FromHours(2));

        await Left(house, MessageKind.RelaunchFirst, why);
    }

    static async Task Says(TestApp house, string means, string link, Dictionary<string, string> answer)
    {
        var browser = house.NewBrowser();
        var client = Actor.Client(TestApp.Client);
        await (means switch
        {
            "mail program" => browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" }),
            "page" => browser.Fill(link, new() { ["unsubscribe"] = "mails" }, to: link + "/unsubscribe"),
            "answer" => browser.Fill(link, answer),
            "bounce" => house.Record("P-1", new ReportMailRefused(Complaint: false), Actor.Time),
            "complaint" => house.Record("P-1", new ReportMailRefused(Complaint: true), Actor.Time),
            "reply" => house.Record("P-1", new ReportReply(new FreeText("Je cherche encore."), house.Now), client),
            "website" => house.Record("P-1", new ReportSignal(SignalKind.Message, null, house.Now), Actor.Website),
            _ => Task.CompletedTask,
        });
    }

    static async Task Left(TestApp house, MessageKind kind, string why)
    {
        var entry = Assert.Single(
            await house.Store.LoadMessages("P-1", pendingOnly: false, TestContext.Current.CancellationToken), e => e.Message.Kind == kind);
        if (why.Length == 0)
        {
            Assert.Equal(MessageState.Sent, entry.State);
            Assert.Single(await house.MailsOf(kind));
            return;
        }

        Assert.Equal((MessageState.Dropped, why), (entry.State, entry.Note));
        Assert.Empty(await house.MailsOf(kind));
    }
}
