using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Links;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Each coordinator with something to read gets one morning digest.</summary>
public sealed class MorningDigestTests
{
    [Fact]
    public async Task Digest_is_sent_once_in_the_morning_with_the_calls_of_the_day()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.SubmitProject();

        await app.RunDueJobsAt("2026-11-24 07:29 +01");
        Assert.Empty(await app.DepartmentMails("digest"));
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        await app.RunDueJobsAt("2026-11-24 07:35 +01");
        await app.RunDueJobsAt("2026-11-24 12:00 +01");

        var digest = Assert.Single(await app.DepartmentMails("digest"));
        Assert.Equal(TestApp.Camille.Id, digest.To);
        Assert.Matches(@"^digest\.[0-9a-f]{8}\.2026-11-24$", digest.MessageId);
        Assert.Equal("Votre journée du mar. 24 nov.\u00a0: un appel, en retard", digest.Subject);
        Assert.Contains("Jeanne Martin, Atelier Martin", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Refonte du site", digest.Html, StringComparison.Ordinal);
        Assert.Contains("https://suivi.example/desk/projects/P-1", digest.Links);
        Assert.All(digest.Links, link => Assert.Contains($"href=\"{link}\"", digest.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("99 00 12 34", digest.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("99001234", digest.Text + digest.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_digest_without_content_in_absence_or_on_a_day_off()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Empty(await app.DepartmentMails("digest"));

        await app.SubmitProject();
        await app.SetStaff(TestApp.Camille with { Absences = [new(new(2026, 11, 25), new(2026, 11, 25), null)] });
        await app.RunDueJobsAt("2026-11-25 09:00 +01");
        Assert.DoesNotContain(await app.DepartmentMails("digest"), mail => mail.To == TestApp.Camille.Id);

        // Back on Thursday; nothing on Saturday and Sunday.
        await app.RunDueJobsAt("2026-11-26 09:00 +01");
        await app.RunDueJobsAt("2026-11-28 09:00 +01");
        await app.RunDueJobsAt("2026-11-29 09:00 +01");
        Assert.Equal(["2026-11-26"], (await app.DepartmentMails("digest")).Where(m => m.To == TestApp.Camille.Id).Select(m => m.MessageId[^10..]));
    }

    [Fact]
    public async Task One_digest_is_sent_after_ten_days_of_outage()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.SubmitProject();

        app.Time.SetUtcNow(DepartmentSteps.ParseInstant("2026-12-03 15:00 +01").ToDateTimeOffset());
        await app.RunDueJobs();
        await app.RunDueJobs();

        Assert.Equal("2026-12-03", Assert.Single(await app.DepartmentMails("digest")).MessageId[^10..]);
    }

    [Fact]
    public async Task Concurrent_and_crashing_workers_send_one_digest()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.SubmitProject();
        await app.AdvanceTime(DepartmentSteps.ParseInstant("2026-11-24 07:30 +01") - app.Now);

        // One worker crashes after it has queued the mail, another after it has claimed it.
        await app.RunWithoutRecording(() => app.RunJob(JobNames.MorningDigest));
        Assert.True(await app.ClaimMail(Assert.Single(await app.PendingDepartmentMails())));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(app.RunDueJobs)));
        Assert.Empty(await app.DepartmentMails("digest"));

        await app.AdvanceTime(Duration.FromMinutes(5));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(app.RunDueJobs)));

        Assert.Single(await app.DepartmentMails("digest"));
        Assert.Empty(await app.PendingDepartmentMails());
    }

    [Fact]
    public async Task Digest_has_the_answers_since_the_last_one_and_the_open_decisions()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Empty(await app.DepartmentMails("digest"));

        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));
        await app.Record("P-1", new AskQuestion("Q-1", "PR-2", new FreeText("Le budget est-il ferme ?")), Actor.Website);
        await app.RunDueJobsAt("2026-11-25 07:30 +01");
        await app.RunDueJobsAt("2026-11-26 07:30 +01");

        var digests = await app.DepartmentMails("digest");
        Assert.Equal(2, digests.Count);
        Assert.Contains("Réponse du client\u00a0: en discussion avec Studio Hirondelle", Unfolded(digests[0]), StringComparison.Ordinal);
        Assert.Contains("Northlight attend votre réponse avant le", Unfolded(digests[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("en discussion", digests[1].Text, StringComparison.Ordinal);
        Assert.Contains("Northlight", digests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_links_to_every_decision_of_its_recipient()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.AskToTellProvider();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        var told = Assert.Single(await app.DepartmentMails("digest"));
        Assert.Contains("Envoyer un avis de bonnes chances à Studio Hirondelle ? Sans réponse, va au responsable", Unfolded(told).Replace('\u00a0', ' '), StringComparison.Ordinal);

        var yes = new Uri(told.Links.First(l => l.Contains("/l/", StringComparison.Ordinal))).AbsolutePath;
        await app.NewBrowser().Fill(yes, new() { ["approve"] = "false" });
        Assert.Equal(NoticeApproval.Declined, (await app.Project("P-1")).GetProviderState("PR-1").NoticeApproval);

        await app.SetAbsent(TestApp.Camille, days: 14);
        await app.Record("P-1", new AskTakeOver(TestApp.Yanis.Id), Actor.Time);
        await app.RunDueJobsAt("2026-11-25 07:30 +01");
        var asked = Assert.Single(await app.DepartmentMails("digest"), d => d.To == TestApp.Yanis.Id);
        Assert.Contains("Reprendre ce projet pendant l’absence de Camille Aubertin ?", Unfolded(asked).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await app.NewBrowser().Fill(new Uri(asked.Links.First(l => l.Contains("/l/", StringComparison.Ordinal))).AbsolutePath, new() { ["approve"] = "true" });
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).Staffing.StandIn);
    }

    [Fact]
    public async Task Digest_reports_a_closing_by_the_client_once_and_none_by_staff()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp();
        await app.CreateProjectInFollowUp("P-2");
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.Chose, "PR-1"), Actor.Client(TestApp.Client));
        await app.Record("P-2", new AnswerRelaunch(ClientAnswer.StillLooking), Actor.Client(TestApp.Client));
        await app.RecordAsManager("P-2", new Close(Outcome.Dead(DeathReason.Duplicate)));

        await app.RunDueJobsAt("2026-11-25 07:30 +01");
        var told = Unfolded(Assert.Single(await app.DepartmentMails("digest"))).Replace('\u00a0', ' ');
        Assert.Contains("Réponse du client : a choisi Studio Hirondelle. Projet clos : concrétisé avec Studio Hirondelle.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("cherche toujours", told, StringComparison.Ordinal);

        await app.RunDueJobsAt("2026-11-26 07:30 +01");
        Assert.Single(await app.DepartmentMails("digest"));
    }

    [Fact]
    public async Task Reply_on_a_closed_project_is_in_the_digest_of_its_last_coordinator()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp();
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Empty(await app.DepartmentMails("digest"));

        await app.Record("P-1", new ReportReply(new FreeText("J’ai changé d’avis."), app.Now), Actor.Client(TestApp.Client));
        await app.RunDueJobsAt("2026-11-25 07:30 +01");

        Assert.Contains(
            "J’ai changé d’avis. Projet clos : mort (abandonné).", Unfolded(Assert.Single(await app.DepartmentMails("digest"))).Replace('\u00a0', ' '),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_is_sent_when_the_working_hours_begin()
    {
        await using var app = await TestApp.Start();
        var early = TestApp.Camille with
        {
            Languages = [Language.English, Language.French],
            Hours = new OpeningHours([IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday], [new DailyWindow(new(7, 0), new(12, 0))]),
        };
        await app.SetStaff(early);
        await app.RunDueJobs();
        await app.SubmitProject();

        await app.RunDueJobsAt("2026-11-24 06:59 +01");
        Assert.Empty(await app.DepartmentMails("digest"));
        await app.RunDueJobsAt("2026-11-24 07:00 +01");
        await app.RunDueJobsAt("2026-11-25 09:00 +01");

        Assert.Equal("Your day, Tue 24 Nov: one call", Assert.Single(await app.DepartmentMails("digest")).Subject.Replace(", overdue", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failed_delivery_is_retried_under_the_same_id()
    {
        var sender = new FailingMailSender();
        await using var app = await TestApp.Start(mail: sender);
        await app.RunDueJobs();
        await app.SubmitProject();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Equal(1, sender.Attempts);

        await app.RunDueJobs();
        Assert.Equal(1, sender.Attempts);
        for (var minutes = 0; minutes < 60; minutes++)
        {
            await app.AdvanceTime(Duration.FromMinutes(1));
            await app.RunDueJobs();
        }

        Assert.InRange(sender.Attempts, 3, 8);
        sender.Fails = false;
        await app.AdvanceTime(Duration.FromHours(2));
        await app.RunDueJobs();
        await app.RunDueJobs();
        Assert.Single(await app.DepartmentMails("digest"));
        Assert.Single(sender.Ids);
    }

    [Fact]
    public async Task Next_digest_has_the_content_of_one_that_was_not_sent()
    {
        var sender = new FailingMailSender { Fails = false };
        await using var app = await TestApp.Start(mail: sender);
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));

        // The mail service is down from Tuesday evening until Thursday morning.
        sender.Fails = true;
        await app.RunDueJobsAt("2026-11-25 07:30 +01");
        await app.RunDueJobsAt("2026-11-25 20:00 +01");
        sender.Fails = false;
        await app.RunDueJobsAt("2026-11-26 07:30 +01");
        await app.RunDueJobsAt("2026-11-27 07:30 +01");

        var digests = await app.DepartmentMails("digest");
        Assert.Equal(["2026-11-26", "2026-11-27"], digests.Select(d => d.MessageId[^10..]));
        Assert.Contains("en discussion avec Studio Hirondelle", Unfolded(digests[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("en discussion", digests[1].Text, StringComparison.Ordinal);
    }

    static string Unfolded(OutgoingMail mail) => string.Join(' ', mail.Text.Split((char[]?)[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
