using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Projects go to the stand-in on the day, and come back the day after the last one.</summary>
public sealed class AbsenceTests
{
    static readonly LocalDate Tuesday = new(2026, 11, 24);
    static readonly Staff Ines = new("ines@demo.example", "Inès Caron", Role.Coordinator, [Language.French], 0);

    [Fact]
    public async Task They_go_on_the_first_morning_and_come_back_after_the_last_day_with_no_step_late_and_none_twice()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp("P-1");
        await house.SubmitProject("P-2");
        await house.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(1), TestApp.Yanis.Id)] });
        await house.RunDueJobs();
        var before = await house.Project("P-1");
        Assert.Equal(TestApp.Camille.Id, before.InCharge);

        await house.RunDueJobsAt("2026-11-23 23:59 +01");
        Assert.Equal(TestApp.Camille.Id, (await house.Project("P-1")).InCharge);
        await house.RunDueJobsAt("2026-11-24 00:05 +01");
        await house.RunDueJobsAt("2026-11-24 00:10 +01");
        foreach (var id in new[] { "P-1", "P-2" })
        {
            Assert.Equal(TestApp.Yanis.Id, (await house.Project(id)).InCharge);
        }

        Assert.Equal((before.Next!.DueAt, before.WakeAt), ((await house.Project("P-1")).Next!.DueAt, (await house.Project("P-1")).WakeAt));

        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        var digest = Assert.Single(await house.DepartmentMails("digest"));
        Assert.Equal(TestApp.Yanis.Id, digest.To);
        Assert.Contains("Vous remplacez Camille Aubertin jusqu’au mercredi 25 novembre 2026 inclus\u00a0: 2", digest.Text.Replace('\n', ' '), StringComparison.Ordinal);

        await house.RunDueJobsAt("2026-11-25 23:59 +01");
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).InCharge);
        await house.RunDueJobsAt("2026-11-26 00:05 +01");
        Assert.Equal(TestApp.Camille.Id, (await house.Project("P-1")).InCharge);
        Assert.Equal(TestApp.Camille.Id, (await house.Project("P-2")).InCharge);
    }

    [Fact]
    public async Task An_absence_that_is_entered_today_counts_at_once_and_one_that_is_taken_back_too()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp("P-1");
        await house.RunDueJobs();
        await house.SetStaff(TestApp.Camille with { Absences = [new(Tuesday.PlusDays(-1), Tuesday, TestApp.Yanis.Id)] });
        await house.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).InCharge);

        // What comes to the absent coordinator meanwhile goes on at once too.
        await house.Record("P-1", new Assign(TestApp.Yanis.Id), new Actor(Role.Manager, TestApp.Nadia.Id));
        await house.Record("P-1", new Assign(TestApp.Camille.Id), new Actor(Role.Manager, TestApp.Nadia.Id));
        await house.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).InCharge);

        await house.SetStaff(TestApp.Camille);
        await house.RunDueJobs();
        Assert.Equal(TestApp.Camille.Id, (await house.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task A_stand_in_who_is_absent_too_passes_on_and_a_circle_ends_with_a_question_to_a_colleague()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp("P-1");
        await house.SetStaff(Ines);
        await house.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(3), TestApp.Yanis.Id)] });
        await house.SetStaff(TestApp.Yanis with { Absences = [new(Tuesday.PlusDays(1), Tuesday.PlusDays(1), Ines.Id)] });
        await house.RunDueJobs();

        await house.RunDueJobsAt("2026-11-24 00:05 +01");
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).InCharge);
        await house.RunDueJobsAt("2026-11-25 00:05 +01");
        Assert.Equal(Ines.Id, (await house.Project("P-1")).InCharge);
        await house.RunDueJobsAt("2026-11-26 00:05 +01");
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).InCharge);

        // Now Yanis names Camille, who is away: nobody is left, and Inès is asked, once.
        await house.SetStaff(TestApp.Yanis with { Absences = [new(Tuesday.PlusDays(2), Tuesday.PlusDays(3), TestApp.Camille.Id)] });
        await house.RunDueJobs();
        await house.RunDueJobs();
        var asked = await house.Project("P-1");
        Assert.Equal((TestApp.Camille.Id, Ines.Id), (asked.InCharge, asked.TakeOverAskedOf));
        await house.Record("P-1", new TakeOver(true), new Actor(Role.Coordinator, Ines.Id));
        await house.RunDueJobsAt("2026-11-27 09:00 +01");
        Assert.Equal(Ines.Id, (await house.Project("P-1")).InCharge);

        await house.RunDueJobsAt("2026-11-28 00:05 +01");
        Assert.Equal(TestApp.Camille.Id, (await house.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task A_colleague_who_declines_is_not_asked_again_in_the_same_absence()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp("P-1");
        await house.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(3), null)] });
        await house.RunDueJobs();
        await house.RunDueJobsAt("2026-11-24 00:05 +01");
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).TakeOverAskedOf);

        await house.Record("P-1", new TakeOver(false), new Actor(Role.Coordinator, TestApp.Yanis.Id));
        await house.RunDueJobsAt("2026-11-25 00:05 +01");

        Assert.Null((await house.Project("P-1")).TakeOverAskedOf);
    }
}
