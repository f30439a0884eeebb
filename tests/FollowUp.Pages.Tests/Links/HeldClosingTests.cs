using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>The client's page shows a closing by staff once it can no longer be taken back; an answer before that takes it back.</summary>
public sealed class HeldClosingTests
{
    [Fact]
    public async Task Page_shows_a_closing_by_staff_after_ten_minutes()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.SuspectedBypass)));

        var early = await app.NewBrowser().Get(link);
        await app.AdvanceTime(Duration.FromMinutes(10));
        var late = await app.NewBrowser().Get(link);

        Assert.Contains("Où en êtes-vous", early.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("clos", early.Text, StringComparison.Ordinal);
        Assert.Contains("Ce projet est clos", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_within_ten_minutes_takes_the_closing_back_and_staff_get_a_mail()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.SuspectedBypass)));
        await app.AdvanceTime(Duration.FromMinutes(5));
        var browser = app.NewBrowser();

        await browser.Fill(link, new() { ["answer"] = "still-looking" });

        Assert.True((await app.Project("P-1")).IsOpen);
        Assert.Contains("vous cherchez toujours", (await browser.Get(link)).Text, StringComparison.Ordinal);
        await app.AdvanceTime(Duration.FromHours(1));
        var told = Assert.Single(await app.MailsOf(MessageKind.ClosingTakenBack));
        Assert.Equal(TestApp.Camille.Id, told.Mail.To);
        Assert.Contains("la clôture est annulée", told.Mail.Subject, StringComparison.Ordinal);
    }
}
