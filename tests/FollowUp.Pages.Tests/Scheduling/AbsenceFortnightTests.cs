using FollowUp.Application.Absences;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>
/// Two weeks of absences: Camille's planned from Tuesday to Thursday of the next week with Yanis as stand-in, Yanis's own on two of these days with Inès
/// as stand-in, Inès's sudden on one of them, and Camille back a day early.
/// </summary>
public sealed class AbsenceFortnightTests
{
    static readonly Staff Ines = new("ines@demo.example", "Inès Caron", Role.Coordinator, [Language.French], 50);

    [Fact]
    public async Task No_step_is_late_none_is_taken_twice_and_each_project_comes_back()
    {
        await using var app = await TestApp.Start();
        await using var undisturbed = await TestApp.Start();
        string[] projects = ["P-1", "P-2", "P-3"];
        foreach (var id in projects)
        {
            await app.CreateProjectInFollowUp(id);
            await undisturbed.CreateProjectInFollowUp(id);
        }

        await app.SetStaff(Ines with { Capacity = 0 });
        await app.SetStaff(TestApp.Camille with { Capacity = 1000 });
        var absences = app.Services.GetRequiredService<AbsenceAdministration>();
        await Enter(TestApp.Camille, "2026-11-24", "2026-12-03", TestApp.Yanis.Id);
        await Enter(TestApp.Yanis, "2026-11-26", "2026-11-27", Ines.Id);

        var inCharge = new List<string>();
        for (var day = new LocalDate(2026, 11, 23); day <= new LocalDate(2026, 12, 7); day = day.PlusDays(1))
        {
            foreach (var time in new[] { "00:05", "07:30", "12:00", "18:00" }.Where(time => day != new LocalDate(2026, 11, 23) || time[0] == '1'))
            {
                await app.RunDueJobsAt($"{day:uuuu-MM-dd} {time} +01");
                await undisturbed.RunDueJobsAt($"{day:uuuu-MM-dd} {time} +01");
                if (day == new LocalDate(2026, 11, 27) && time == "07:30")
                {
                    await Enter(Ines, "2026-11-27", "2026-11-27", TestApp.Nadia.Id); // sudden
                    await app.RunDueJobs();
                }

                if (day == new LocalDate(2026, 12, 3) && time == "07:30")
                {
                    await absences.End(TestApp.Camille.Id, "2026-11-24", TestContext.Current.CancellationToken); // ended early
                    await app.RunDueJobs();
                }
            }

            var holders = projects.Select(id => app.Project(id).Result.InCharge!).Distinct().ToArray();
            inCharge.Add(Assert.Single(holders).Split('@')[0]);
        }

        Assert.Equal(
            ["camille", "yanis", "yanis", "ines", "nadia", "yanis", "yanis", "yanis", "yanis", "yanis", "camille", "camille", "camille", "camille", "camille"],
            inCharge);

        // The steps of the path are those of a department without absences, at the same instants.
        foreach (var id in projects)
        {
            Assert.Equal(await ReadSteps(undisturbed, id), await ReadSteps(app, id));
        }

        Assert.NotEmpty(await ReadSteps(app, "P-1"));
        Assert.Empty(await app.DepartmentMails("take-over"));

        async Task Enter(Staff staff, string from, string to, string standIn) => Assert.IsType<AbsenceChange.Entered>(await absences.Put(
            staff.Id,
            new Absence(
                NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(to).Value, standIn, from),
            TestContext.Current.CancellationToken));
    }

    /// <summary>What happened on the path, without the changes of hands.</summary>
    static async Task<string[]> ReadSteps(TestApp app, string id)
    {
        var steps = new List<string>();
        await foreach (var entry in app.Store.ReadTimeline(id))
        {
            var recorded = FollowUp.Application.Serialization.TimelineJson.Read(entry.Json);
            if (recorded.Event is not (StandInStarted or StandInEnded or CoordinatorAssigned))
            {
                steps.Add($"{recorded.At} {recorded.Event.GetType().Name}");
            }
        }

        return [.. steps];
    }
}
