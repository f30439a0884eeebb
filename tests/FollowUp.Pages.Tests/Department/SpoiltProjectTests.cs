using FollowUp.Application.Absences;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Department;

/// <summary>A project that nobody can read any more fails in every round; what comes behind it has its turn all the same.</summary>
public sealed class SpoiltProjectTests
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_watchdog_wakes_those_behind_it()
    {
        await using var house = await House.Open();
        await house.Submitted("P-1");
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.Submitted("P-2");
        house.Time.Advance(TimeSpan.FromDays(30));
        var wakes = new CountedWakes();

        var watchdog = ActivatorUtilities.CreateInstance<Watchdog>(house.Services, SpoiltProjects.In(house, "P-1"), wakes);
        await Assert.ThrowsAsync<AggregateException>(() => watchdog.Run(Ending));

        Assert.Equal(["P-2"], wakes.Woken);
    }

    [Fact]
    public async Task An_absence_passes_those_behind_it_on()
    {
        await using var house = await House.Open();
        await house.InFollowUp("P-1");
        await house.InFollowUp("P-2");
        var today = new LocalDate(2026, 11, 23);
        await house.Hire(House.Camille with { Absences = [new(today, today, House.Yanis.Id)] });

        var desk = ActivatorUtilities.CreateInstance<FollowUp.Application.Projects.ProjectCommands>(house.Services, SpoiltProjects.In(house, "P-1"));
        var absences = ActivatorUtilities.CreateInstance<AbsenceJob>(house.Services, desk);
        await Assert.ThrowsAsync<AggregateException>(() => absences.Reconcile(Ending));
        Assert.Equal(House.Camille.Id, (await house.Project("P-1")).InCharge);
        Assert.Equal(House.Yanis.Id, (await house.Project("P-2")).InCharge);

        // Once it can be read again, the absence reaches it.
        await house.Look();
        Assert.Equal(House.Yanis.Id, (await house.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task Retention_erases_those_behind_it()
    {
        await using var house = await House.Open();
        await house.Submitted("P-1", client: "C-1");
        await house.Submitted("P-2", client: "C-2");
        house.Time.Advance(TimeSpan.FromDays(365 * RetentionJob.YearsKept + 2));

        var store = SpoiltProjects.In(house, "P-1");
        var erasure = ActivatorUtilities.CreateInstance<PersonEraser>(house.Services, store);
        var night = Assert.Single(await ActivatorUtilities.CreateInstance<RetentionJob>(house.Services, store, erasure).GetJobs(Ending));
        await Assert.ThrowsAsync<AggregateException>(() => night.Run(house.Now, Ending));

        Assert.NotNull(await house.Dossier("P-1"));
        Assert.Null(await house.Dossier("P-2"));
    }
}
