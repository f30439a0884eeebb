using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A command signals the project's driver only when the next wake time moves nearer.</summary>
public sealed class ProjectSignalTests
{
    [Fact]
    public async Task Undo_signals_the_project_and_a_note_does_not()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp("P-1");
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Duplicate)));
        var signal = new RecordingProjectSignal();
        var commands = ActivatorUtilities.CreateInstance<FollowUp.Application.Projects.ProjectCommands>(app.Services, signal);
        var nadia = new Actor(Role.Manager, TestApp.Nadia.Id);

        await commands.Record("P-1", new Undo(), nadia, cancellation: TestContext.Current.CancellationToken);
        Assert.NotNull((await app.Project("P-1")).WakeAt);
        Assert.Equal(["P-1"], signal.SignalledProjects);

        await commands.Record(
            "P-1", new AddNote(new FreeText("Rappeler jeudi."), Visibility.Internal), nadia, cancellation: TestContext.Current.CancellationToken);
        Assert.Single(signal.SignalledProjects);
    }
}
