using FollowUp.Application.People;
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

/// <summary>A morning digest for each coordinator who has something, once, whatever happens.</summary>
public sealed class MorningDigestTests
{
    [Fact]
    public async Task It_comes_once_on_the_next_morning_and_says_what_the_day_brings()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.SubmitProject();

        await house.RunDueJobsAt("2026-11-24 07:29 +01");
        Assert.Empty(await house.DepartmentMails("digest"));
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        await house.RunDueJobsAt("2026-11-24 07:35 +01");
        await house.RunDueJobsAt("2026-11-24 12:00 +01");

        var digest = Assert.Single(await house.DepartmentMails("digest"));
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
    public async Task Nobody_is_written_to_who_has_nothing_to_hear_is_away_or_rests()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Empty(await house.DepartmentMails("digest"));

        await house.SubmitProject();
        await house.SetStaff(TestApp.Camille with { Absences = [new(new(2026, 11, 25), new(2026, 11, 25), null)] });
        await house.RunDueJobsAt("2026-11-25 09:00 +01");
        Assert.DoesNotContain(await house.DepartmentMails("digest"), mail => mail.To == TestApp.Camille.Id);

        // Back on Thursday; nothing on Saturday and Sunday.
        await house.RunDueJobsAt("2026-11-26 09:00 +01");
        await house.RunDueJobsAt("2026-11-28 09:00 +01");
        await house.RunDueJobsAt("2026-11-29 09:00 +01");
        Assert.Equal(["2026-11-26"], (await house.DepartmentMails("digest")).Where(m => m.To == TestApp.Camille.Id).Select(m => m.MessageId[^10..]));
    }

    [Fact]
    public async Task After_ten_days_of_outage_there_is_one()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.SubmitProject();

        house.Time.SetUtcNow(DepartmentSteps.ParseInstant("2026-12-03 15:00 +01").ToDateTimeOffset());
        await house.RunDueJobs();
        await house.RunDueJobs();

        Assert.Equal("2026-12-03", Assert.Single(await house.DepartmentMails("digest")).MessageId[^10..]);
    }

    [Fact]
    public async Task Two_workers_at_once_send_one_and_so_do_workers_that_die_at_any_step()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.SubmitProject();
        await house.AdvanceTime(DepartmentSteps.ParseInstant("2026-11-24 07:30 +01") - house.Now);

        // One dies when it has owed the mail, another when it has taken it to send it.
        await house.RunWithoutRecording(() => house.RunJob(JobNames.MorningDigest));
        Assert.True(await house.ClaimMail(Assert.Single(await house.PendingDepartmentMails())));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(house.RunDueJobs)));
        Assert.Empty(await house.DepartmentMails("digest"));

        await house.AdvanceTime(Duration.FromMinutes(5));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(house.RunDueJobs)));

        Assert.Single(await house.DepartmentMails("digest"));
        Assert.Empty(await house.PendingDepartmentMails());
    }

    [Fact]
    public async Task It_tells_what_clients_said_since_the_last_one_and_asks_what_waits_for_approval()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.CreateProjectInFollowUp();
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Empty(await house.DepartmentMails("digest"));

        await house.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));
        await house.Record("P-1", new AskQuestion("Q-1", "PR-2", new FreeText("Le budget est-il ferme ?")), Actor.Website);
        await house.RunDueJobsAt("2026-11-25 07:30 +01");
        await house.RunDueJobsAt("2026-11-26 07:30 +01");

        var digests = await house.DepartmentMails("digest");
        Assert.Equal(2, digests.Count);
        Assert.Contains("Réponse du client\u00a0: en discussion avec Studio Hirondelle", Unfolded(digests[0]), StringComparison.Ordinal);
        Assert.Contains("Northlight attend votre réponse avant le", Unfolded(digests[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("en discussion", digests[1].Text, StringComparison.Ordinal);
        Assert.Contains("Northlight", digests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_that_awaits_the_reader_is_told_with_the_link_that_answers_it()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.AskToTellProvider();
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        var told = Assert.Single(await house.DepartmentMails("digest"));
        Assert.Contains("Envoyer un avis de bonnes chances à Studio Hirondelle ? Sans réponse, va au responsable", Unfolded(told).Replace('\u00a0', ' '), StringComparison.Ordinal);

        var yes = new Uri(told.Links.First(l => l.Contains("/l/", StringComparison.Ordinal))).AbsolutePath;
        await house.NewBrowser().Fill(yes, new() { ["approve"] = "false" });
        Assert.Equal(NoticeApproval.Declined, (await house.Project("P-1")).GetProviderState("PR-1").NoticeApproval);

        await house.SetAbsent(TestApp.Camille, days: 14);
        await house.Record("P-1", new AskTakeOver(TestApp.Yanis.Id), Actor.Time);
        await house.RunDueJobsAt("2026-11-25 07:30 +01");
        var asked = Assert.Single(await house.DepartmentMails("digest"), d => d.To == TestApp.Yanis.Id);
        Assert.Contains("Reprendre ce projet pendant l’absence de Camille Aubertin ?", Unfolded(asked).Replace('\u00a0', ' '), StringComparison.Ordinal);
        await house.NewBrowser().Fill(new Uri(asked.Links.First(l => l.Contains("/l/", StringComparison.Ordinal))).AbsolutePath, new() { ["approve"] = "true" });
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).StandIn);
    }

    [Fact]
    public async Task An_answer_that_ended_a_project_is_told_once_and_a_closing_by_staff_is_not()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.CreateProjectInFollowUp();
        await house.CreateProjectInFollowUp("P-2");
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        await house.Record("P-1", new AnswerRelaunch(ClientAnswer.Chose, "PR-1"), Actor.Client(TestApp.Client));
        await house.Record("P-2", new AnswerRelaunch(ClientAnswer.StillLooking), Actor.Client(TestApp.Client));
        await house.RecordAsManager("P-2", new Close(Outcome.Dead(DeathReason.Duplicate)));

        await house.RunDueJobsAt("2026-11-25 07:30 +01");
        var told = Unfolded(Assert.Single(await house.DepartmentMails("digest"))).Replace('\u00a0', ' ');
        Assert.Contains("Réponse du client : a choisi Studio Hirondelle. Projet clos : concrétisé avec Studio Hirondelle.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("cherche toujours", told, StringComparison.Ordinal);

        await house.RunDueJobsAt("2026-11-26 07:30 +01");
        Assert.Single(await house.DepartmentMails("digest"));
    }

    [Fact]
    public async Task What_a_client_writes_about_a_closed_project_is_told_to_whoever_was_in_charge()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.CreateProjectInFollowUp();
        await house.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Empty(await house.DepartmentMails("digest"));

        await house.Record("P-1", new ReportReply(new FreeText("J’ai changé d’avis."), house.Now), Actor.Client(TestApp.Client));
        await house.RunDueJobsAt("2026-11-25 07:30 +01");

        Assert.Contains(
            "J’ai changé d’avis. Projet clos : mort (abandonné).", Unfolded(Assert.Single(await house.DepartmentMails("digest"))).Replace('\u00a0', ' '),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_begins_early_reads_it_when_they_begin()
    {
        await using var house = await TestApp.Start();
        var early = TestApp.Camille with
        {
            Languages = [Language.English, Language.French],
            Hours = new OpeningHours([IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday], [new DailyWindow(new(7, 0), new(12, 0))]),
        };
        await house.SetStaff(early);
        await house.RunDueJobs();
        await house.SubmitProject();

        await house.RunDueJobsAt("2026-11-24 06:59 +01");
        Assert.Empty(await house.DepartmentMails("digest"));
        await house.RunDueJobsAt("2026-11-24 07:00 +01");
        await house.RunDueJobsAt("2026-11-25 09:00 +01");

        Assert.Equal("Your day, Tue 24 Nov: one call", Assert.Single(await house.DepartmentMails("digest")).Subject.Replace(", overdue", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_courier_that_fails_is_tried_again_with_patience_under_the_same_id()
    {
        var courier = new FailingMailSender();
        await using var house = await TestApp.Start(mail: courier);
        await house.RunDueJobs();
        await house.SubmitProject();
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Equal(1, courier.Attempts);

        await house.RunDueJobs();
        Assert.Equal(1, courier.Attempts);
        for (var minutes = 0; minutes < 60; minutes++)
        {
            await house.AdvanceTime(Duration.FromMinutes(1));
            await house.RunDueJobs();
        }

        Assert.InRange(courier.Attempts, 3, 8);
        courier.Fails = false;
        await house.AdvanceTime(Duration.FromHours(2));
        await house.RunDueJobs();
        await house.RunDueJobs();
        Assert.Single(await house.DepartmentMails("digest"));
        Assert.Single(courier.Ids);
    }

    [Fact]
    public async Task What_a_digest_was_to_tell_that_never_left_is_told_by_the_next_one()
    {
        var courier = new FailingMailSender { Fails = false };
        await using var house = await TestApp.Start(mail: courier);
        await house.RunDueJobs();
        await house.CreateProjectInFollowUp();
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        await house.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client(TestApp.Client));

        // The mail service is away from Tuesday evening until Thursday morning.
        courier.Fails = true;
        await house.RunDueJobsAt("2026-11-25 07:30 +01");
        await house.RunDueJobsAt("2026-11-25 20:00 +01");
        courier.Fails = false;
        await house.RunDueJobsAt("2026-11-26 07:30 +01");
        await house.RunDueJobsAt("2026-11-27 07:30 +01");

        var digests = await house.DepartmentMails("digest");
        Assert.Equal(["2026-11-26", "2026-11-27"], digests.Select(d => d.MessageId[^10..]));
        Assert.Contains("en discussion avec Studio Hirondelle", Unfolded(digests[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("en discussion", digests[1].Text, StringComparison.Ordinal);
    }

    static string Unfolded(OutgoingMail mail) => string.Join(' ', mail.Text.Split((char[]?)[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
