using FollowUp.Application.Absences;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A project that nobody can read any more fails in every round; what comes behind it has its turn all the same.</summary>
public sealed class UnreadableProjectTests
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_watchdog_wakes_those_behind_it()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject("P-1");
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.SubmitProject("P-2");
        house.Time.Advance(TimeSpan.FromDays(30));
        var wakes = new RecordingProjectSignal();

        var watchdog = ActivatorUtilities.CreateInstance<Watchdog>(house.Services, UnreadableProjectStore.Create(house, "P-1"), wakes);
        await Assert.ThrowsAsync<AggregateException>(() => watchdog.Run(Ending));

        Assert.Equal(["P-2"], wakes.SignalledProjects);
    }

    [Fact]
    public async Task An_absence_passes_those_behind_it_on()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp("P-1");
        await house.CreateProjectInFollowUp("P-2");
        var today = new LocalDate(2026, 11, 23);
        await house.SetStaff(TestApp.Camille with { Absences = [new(today, today, TestApp.Yanis.Id)] });

        var desk = ActivatorUtilities.CreateInstance<FollowUp.Application.Projects.ProjectCommands>(house.Services, UnreadableProjectStore.Create(house, "P-1"));
        var absences = ActivatorUtilities.CreateInstance<AbsenceJob>(house.Services, desk);
        await Assert.ThrowsAsync<AggregateException>(() => absences.Reconcile(Ending));
        Assert.Equal(TestApp.Camille.Id, (await house.Project("P-1")).InCharge);
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-2")).InCharge);

        // Once it can be read again, the absence reaches it.
        await house.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await house.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task Retention_erases_those_behind_it()
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject("P-1", client: "C-1");
        await house.SubmitProject("P-2", client: "C-2");
        house.Time.Advance(TimeSpan.FromDays(365 * RetentionJob.YearsKept + 2));

        var store = UnreadableProjectStore.Create(house, "P-1");
        var erasure = ActivatorUtilities.CreateInstance<PersonEraser>(house.Services, store);
        var night = Assert.Single(await ActivatorUtilities.CreateInstance<RetentionJob>(house.Services, store, erasure).GetJobs(Ending));
        await Assert.ThrowsAsync<AggregateException>(() => night.Run(house.Now, Ending));

        Assert.NotNull(await house.Dossier("P-1"));
        Assert.Null(await house.Dossier("P-2"));
    }
}
