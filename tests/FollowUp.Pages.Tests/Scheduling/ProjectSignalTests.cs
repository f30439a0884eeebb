using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Whoever drives a project hears of all that brings its next time nearer, and of nothing else.</summary>
public sealed class ProjectSignalTests
{
    [Fact]
    public async Task A_closing_that_is_undone_wakes_the_driver_and_a_note_does_not()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp("P-1");
        await house.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Duplicate)));
        var wakes = new RecordingProjectSignal();
        var desk = ActivatorUtilities.CreateInstance<FollowUp.Application.Projects.ProjectCommands>(house.Services, wakes);
        var nadia = new Actor(Role.Manager, TestApp.Nadia.Id);

        await desk.Record("P-1", new Undo(), nadia, cancellation: TestContext.Current.CancellationToken);
        Assert.NotNull((await house.Project("P-1")).WakeAt);
        Assert.Equal(["P-1"], wakes.SignalledProjects);

        await desk.Record(
            "P-1", new AddNote(new FreeText("Rappeler jeudi."), Visibility.Internal), nadia, cancellation: TestContext.Current.CancellationToken);
        Assert.Single(wakes.SignalledProjects);
    }
}
