using FollowUp.Application.Absences;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Persons;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A project whose stored data cannot be read does not stop the jobs for other projects.</summary>
public sealed class UnreadableProjectTests
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watchdog_signals_the_projects_after_an_unreadable_one()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.SubmitProject("P-2");
        app.Time.Advance(TimeSpan.FromDays(30));
        var signal = new RecordingProjectSignal();

        var watchdog = ActivatorUtilities.CreateInstance<Watchdog>(app.Services, UnreadableProjectStore.Create(app, "P-1"), signal);
        await Assert.ThrowsAsync<AggregateException>(() => watchdog.Run(Ending));

        Assert.Equal(["P-2"], signal.SignalledProjects);
    }

    [Fact]
    public async Task Absence_is_applied_to_the_projects_after_an_unreadable_one()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.CreateProjectInFollowUp("P-2");
        var today = new LocalDate(2026, 11, 23);
        await app.SetStaff(TestApp.Camille with { Absences = [new(today, today, TestApp.Yanis.Id)] });

        var commands = ActivatorUtilities.CreateInstance<FollowUp.Application.Projects.ProjectCommands>(app.Services, UnreadableProjectStore.Create(app, "P-1"));
        var absences = ActivatorUtilities.CreateInstance<AbsenceJob>(app.Services, commands);
        await Assert.ThrowsAsync<AggregateException>(() => absences.Reconcile(Ending));
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).InCharge);
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-2")).InCharge);

        // The absence is applied once the project can be read.
        await app.RunDueJobs();
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).InCharge);
    }

    [Fact]
    public async Task Retention_erases_the_projects_after_an_unreadable_one()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1", client: "C-1");
        await app.SubmitProject("P-2", client: "C-2");
        app.Time.Advance(TimeSpan.FromDays(365 * RetentionTerm.Years + 2));

        var store = UnreadableProjectStore.Create(app, "P-1");
        var erasure = ActivatorUtilities.CreateInstance<PersonEraser>(app.Services, store);
        var night = Assert.Single(await ActivatorUtilities.CreateInstance<RetentionJob>(app.Services, store, erasure).GetJobs(Ending));
        await Assert.ThrowsAsync<AggregateException>(() => night.Run(app.Now, Ending));

        Assert.NotNull(await app.Dossier("P-1"));
        Assert.Null(await app.Dossier("P-2"));
    }
}
