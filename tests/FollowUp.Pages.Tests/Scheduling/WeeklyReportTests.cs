using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>The managers' weekly report: on Monday at eight, once, with the figures of the week and of the one before.</summary>
public sealed class WeeklyReportTests
{
    [Fact]
    public async Task It_counts_what_happened_in_the_week_and_nothing_of_a_closing_that_was_taken_back()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.CreateProjectInFollowUp("P-1");
        await house.CreateProjectInFollowUp("P-2");
        await house.SubmitProject("P-3");
        await house.SubmitProject("P-4");
        await house.RecordAsManager("P-1", new Close(Outcome.Won("PR-1", 4200)));
        await house.RecordAsManager("P-3", new Close(Outcome.Dead(DeathReason.Duplicate)));
        await house.RecordAsManager("P-4", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await house.RecordAsManager("P-4", new Undo());

        await house.RunDueJobsAt("2026-11-30 07:59 +01");
        Assert.Empty(await house.DepartmentMails("weekly-report"));
        await house.RunDueJobsAt("2026-11-30 08:00 +01");
        await house.RunDueJobsAt("2026-11-30 08:05 +01");

        var report = Assert.Single(await house.DepartmentMails("weekly-report"));
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

        // The next one has this week beside it.
        await house.RunDueJobsAt("2026-12-07 08:00 +01");
        Assert.Contains("Déposés\u00a0: 0 (avant\u00a0: 4)", (await house.DepartmentMails("weekly-report"))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_holiday_moves_it_to_the_next_business_day()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobsAt("2027-03-24 09:00 +01");
        await house.RunDueJobsAt("2027-03-29 09:00 +02"); // Easter Monday
        Assert.Empty(await house.DepartmentMails("weekly-report"));
        await house.RunDueJobsAt("2027-03-30 08:00 +02");
        Assert.EndsWith(".2027-03-22", Assert.Single(await house.DepartmentMails("weekly-report")).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_outage_there_is_one_and_it_waits_for_a_business_day()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        house.Time.SetUtcNow(DepartmentSteps.ParseInstant("2026-12-26 10:00 +01").ToDateTimeOffset()); // the Saturday after Christmas
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(house.RunDueJobs)));
        Assert.Empty(await house.DepartmentMails("weekly-report"));

        await house.RunDueJobsAt("2026-12-28 08:00 +01");
        Assert.EndsWith(".2026-12-21", Assert.Single(await house.DepartmentMails("weekly-report")).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_to_the_first_call_is_working_time()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.RunDueJobsAt("2026-11-23 18:00 +01");
        await house.SubmitProject();
        await house.RunDueJobsAt("2026-11-24 09:30 +01");
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, house.Now));

        await house.RunDueJobsAt("2026-11-30 08:00 +01");

        Assert.Contains("1\u00a0h\u00a000", Assert.Single(await house.DepartmentMails("weekly-report")).Text, StringComparison.Ordinal);
    }
}
