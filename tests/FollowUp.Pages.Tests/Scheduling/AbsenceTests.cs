using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Projects go to the stand-in on the first day of an absence and return on the day after the last.</summary>
public sealed class AbsenceTests
{
    static readonly LocalDate Tuesday = new(2026, 11, 24);
    static readonly Staff Ines = new("ines@demo.example", "Inès Caron", Role.Coordinator, [Language.French], 0);

    [Fact]
    public async Task Projects_move_to_the_stand_in_for_the_absence_without_late_or_repeated_steps()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.SubmitProject("P-2");
        await app.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(1), TestApp.Yanis.Id)] });
        await app.RunDueJobs();
        var before = await app.Project("P-1");
        Assert.Equal(TestApp.Camille.Id, before.InCharge);

        await app.RunDueJobsAt("2026-11-23 23:59 +01");
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).InCharge);
        await app.RunDueJobsAt("2026-11-24 00:05 +01");
        await app.RunDueJobsAt("2026-11-24 00:10 +01");
        foreach (var id in new[] { "P-1", "P-2" })
        {
            Assert.Equal(TestApp.Yanis.Id, (await app.Project(id)).InCharge);
        }

        Assert.Equal((before.Next!.DueAt, before.WakeAt), ((await app.Project("P-1")).Next!.DueAt, (await app.Project("P-1")).WakeAt));

        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        var digest = Assert.Single(await app.DepartmentMails("digest"));
        Assert.Equal(TestApp.Yanis.Id, digest.To);
        Assert.Contains("Vous remplacez Camille Aubertin jusqu’au mercredi 25 novembre 2026 inclus\u00a0: 2", digest.Text.Replace('\n', ' '), StringComparison.Ordinal);

        await app.RunDueJobsAt("2026-11-25 23:59 +01");
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);
        await app.RunDueJobsAt("2026-11-26 00:05 +01");
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).InCharge);
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-2")).InCharge);
    }

    [Fact]
    public async Task Absence_of_today_applies_and_ends_at_once()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.RunDueJobs();
        await app.SetStaff(TestApp.Camille with { Absences = [new(Tuesday.PlusDays(-1), Tuesday, TestApp.Yanis.Id)] });
        await app.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);

        // A project assigned to the absent coordinator moves on at once.
        await app.Record("P-1", new Assign(TestApp.Yanis.Id), new Actor(Role.Manager, TestApp.Nadia.Id));
        await app.Record("P-1", new Assign(TestApp.Camille.Id), new Actor(Role.Manager, TestApp.Nadia.Id));
        await app.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);

        await app.SetStaff(TestApp.Camille);
        await app.RunDueJobs();
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task Absent_stand_in_is_skipped_and_a_circle_asks_a_colleague()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.SetStaff(Ines);
        await app.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(3), TestApp.Yanis.Id)] });
        await app.SetStaff(TestApp.Yanis with { Absences = [new(Tuesday.PlusDays(1), Tuesday.PlusDays(1), Ines.Id)] });
        await app.RunDueJobs();

        await app.RunDueJobsAt("2026-11-24 00:05 +01");
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);
        await app.RunDueJobsAt("2026-11-25 00:05 +01");
        Assert.Equal(Ines.Id, (await app.Project("P-1")).InCharge);
        await app.RunDueJobsAt("2026-11-26 00:05 +01");
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);

        // Yanis names Camille, who is away too: nobody stands in, and Inès is asked once.
        await app.SetStaff(TestApp.Yanis with { Absences = [new(Tuesday.PlusDays(2), Tuesday.PlusDays(3), TestApp.Camille.Id)] });
        await app.RunDueJobs();
        await app.RunDueJobs();
        var asked = await app.Project("P-1");
        Assert.Equal((TestApp.Camille.Id, Ines.Id), (asked.InCharge, asked.Staffing.TakeOverAskedOf));
        await app.Record("P-1", new TakeOver(true), new Actor(Role.Coordinator, Ines.Id));
        await app.RunDueJobsAt("2026-11-27 09:00 +01");
        Assert.Equal(Ines.Id, (await app.Project("P-1")).InCharge);

        await app.RunDueJobsAt("2026-11-28 00:05 +01");
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task What_a_colleague_declines_is_asked_of_the_next_one_and_at_last_of_a_manager()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.SetStaff(Ines);
        await app.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(3), null)] });
        await app.RunDueJobs();
        await app.RunDueJobsAt("2026-11-24 09:00 +01");

        var asked = new List<string?>();
        for (var round = 0; round < 4; round++)
        {
            asked.Add((await app.Project("P-1")).Staffing.TakeOverAskedOf);
            if (asked[^1] is { } colleague)
            {
                await app.Record("P-1", new TakeOver(false), new Actor(colleague == TestApp.Nadia.Id ? Role.Manager : Role.Coordinator, colleague));
            }

            await app.RunDueJobs();
        }

        Assert.Equal([Ines.Id, TestApp.Nadia.Id, TestApp.Yanis.Id, null], asked.Order(StringComparer.Ordinal).OrderBy(id => id is null));
        Assert.Equal((TestApp.Nadia.Id, null), (asked[2], asked[3]));

        // Nobody is left to ask: the next checks do not read the timeline again.
        app.StoreCalls.Reset();
        await app.RunDueJobs();
        Assert.Equal(0, app.StoreCalls.Count(nameof(IProjectStore.ReadTimeline)));
    }

    [Fact]
    public async Task Each_colleague_who_is_asked_after_another_declined_gets_a_mail()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.SetStaff(TestApp.Camille with { Absences = [new(Tuesday, Tuesday.PlusDays(3), null)] });
        await app.RunDueJobs();
        await app.RunDueJobsAt("2026-11-24 09:00 +01");
        await app.Record("P-1", new TakeOver(false), new Actor(Role.Coordinator, TestApp.Yanis.Id));
        await app.RunDueJobs();

        await app.RunDueJobs();
        Assert.Equal(
            [TestApp.Nadia.Id, TestApp.Yanis.Id],
            (await app.AllMails()).Where(m => m.Mail.MessageId.Contains("take-over", StringComparison.Ordinal)).Select(m => m.Mail.To).Order());
    }
}
