using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Department;

/// <summary>Whoever drives a project hears of all that brings its next time nearer, and of nothing else.</summary>
public sealed class WakingTests
{
    [Fact]
    public async Task A_closing_that_is_undone_wakes_the_driver_and_a_note_does_not()
    {
        await using var house = await House.Open();
        await house.InFollowUp("P-1");
        await house.Staff("P-1", new Close(Outcome.Dead(DeathReason.Duplicate)));
        var wakes = new CountedWakes();
        var desk = ActivatorUtilities.CreateInstance<FollowUp.Application.Projects.ProjectCommands>(house.Services, wakes);
        var nadia = new Actor(Role.Manager, House.Nadia.Id);

        await desk.Record("P-1", new Undo(), nadia, cancellation: TestContext.Current.CancellationToken);
        Assert.NotNull((await house.Project("P-1")).WakeAt);
        Assert.Equal(["P-1"], wakes.Woken);

        await desk.Record(
            "P-1", new AddNote(new FreeText("Rappeler jeudi."), Visibility.Internal), nadia, cancellation: TestContext.Current.CancellationToken);
        Assert.Single(wakes.Woken);
    }
}
