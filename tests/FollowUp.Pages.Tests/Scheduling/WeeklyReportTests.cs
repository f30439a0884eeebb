using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>The managers' weekly report, sent once on Monday at eight.</summary>
public sealed class WeeklyReportTests
{
    [Fact]
    public async Task Report_counts_the_week_without_undone_closings()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp("P-1");
        await app.CreateProjectInFollowUp("P-2");
        await app.SubmitProject("P-3");
        await app.SubmitProject("P-4");
        await app.RecordAsManager("P-1", new Close(Outcome.Won("PR-1", 4200)));
        await app.RecordAsManager("P-3", new Close(Outcome.Dead(DeathReason.Duplicate)));
        await app.RecordAsManager("P-4", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await app.RecordAsManager("P-4", new Undo());

        await app.RunDueJobsAt("2026-11-30 07:59 +01");
        Assert.Empty(await app.DepartmentMails("weekly-report"));
        await app.RunDueJobsAt("2026-11-30 08:00 +01");
        await app.RunDueJobsAt("2026-11-30 08:05 +01");

        var report = Assert.Single(await app.DepartmentMails("weekly-report"));
        Assert.Equal(TestApp.Nadia.Id, report.To);
        Assert.Matches(@"^weekly-report\.[0-9a-f]{8}\.2026-11-23$", report.MessageId);
        foreach (var line in new[]
        {
            "Déposés\u00a0: 4 (avant\u00a0: 0)", "Validés\u00a0: 2 (avant\u00a0: 0)", "Concrétisés\u00a0: 1 (avant\u00a0: 0)", "Morts\u00a0: 1 (avant\u00a0: 0)",
            "Doublon\u00a0: 1 (avant\u00a0: 0)", "Relances par mail\u00a0: 1 (avant\u00a0: 0)", "Appels passés\u00a0: 2 (avant\u00a0: 0)", "Camille Aubertin\u00a0: 2 sur 50 (en retard\u00a0: 1)",
        })
        {
            Assert.Contains(line, report.Text, StringComparison.Ordinal);
        }

        Assert.Matches(@"4.200.€", report.Text);
        Assert.DoesNotContain("Abandonné", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", report.Html, StringComparison.Ordinal);

        // The next report compares with this week.
        await app.RunDueJobsAt("2026-12-07 08:00 +01");
        Assert.Contains("Déposés\u00a0: 0 (avant\u00a0: 4)", (await app.DepartmentMails("weekly-report"))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_is_sent_on_the_next_business_day_after_a_holiday()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobsAt("2027-03-24 09:00 +01");
        await app.RunDueJobsAt("2027-03-29 09:00 +02"); // Easter Monday
        Assert.Empty(await app.DepartmentMails("weekly-report"));
        await app.RunDueJobsAt("2027-03-30 08:00 +02");
        Assert.EndsWith(".2027-03-22", Assert.Single(await app.DepartmentMails("weekly-report")).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_report_is_sent_after_an_outage_on_a_business_day()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        app.Time.SetUtcNow(DepartmentSteps.ParseInstant("2026-12-26 10:00 +01").ToDateTimeOffset()); // the Saturday after Christmas
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(app.RunDueJobs)));
        Assert.Empty(await app.DepartmentMails("weekly-report"));

        await app.RunDueJobsAt("2026-12-28 08:00 +01");
        Assert.EndsWith(".2026-12-21", Assert.Single(await app.DepartmentMails("weekly-report")).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_to_the_first_call_is_working_time()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.RunDueJobsAt("2026-11-23 18:00 +01");
        await app.SubmitProject();
        await app.RunDueJobsAt("2026-11-24 09:30 +01");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));

        await app.RunDueJobsAt("2026-11-30 08:00 +01");

        Assert.Contains("1\u00a0h\u00a000", Assert.Single(await app.DepartmentMails("weekly-report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_of_the_client_is_no_call_that_the_department_made()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.SubmitProject();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NeedsInformation, app.Now, Direction: CallDirection.Inbound));

        await app.RunDueJobsAt("2026-11-30 08:00 +01");

        Assert.Contains("Appels passés\u00a0: 0", Assert.Single(await app.DepartmentMails("weekly-report")).Text, StringComparison.Ordinal);
    }
}
