using FollowUp.Application.Integrity;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>
/// Makes the data of the sample department: staff, providers, and projects with a history up to the demo's first morning. Deterministic for a
/// given first morning.
/// </summary>
sealed class SampleDataBuilder(
    IProjectStore store, IDirectory directory, IProjectIndex index, PersonLoader persons, IAuditLog audit, PolicyLoader policies, IProjectSignal signal, SteppedProjectRun stepped,
    AdjustableTimeProvider time, AnchorKeys keys)
{
    public async Task Build(bool withProjects)
    {
        await AddStaffAndProviders();
        if (withProjects)
        {
            // Each story runs at its own instants, so all run at once and share flushes of the disk.
            await Task.WhenAll(SampleProjects.All.Select((project, i) => RunStory(project, i)));
        }
    }

    async Task AddStaffAndProviders()
    {
        await Task.WhenAll(
        [
            .. SampleStaff.Staff.Select(s => directory.PutStaff(s).AsTask()),
            .. SampleStaff.Providers(policies.Calendar.DateOf(time.Now)).Select(p => directory.PutProvider(p).AsTask()),
        ]);
    }

    async Task RunStory(SampleProject project, int place)
    {
        var start = time.Now;
        var coordinator = place % 2 == 0 ? SampleStaff.Camille : SampleStaff.Yanis;
        var coordinators = new CoordinatorSelector(new SingleCoordinatorDirectory(directory, coordinator), index, policies.Calendar);
        var life = new SampleLife(project, new ProjectCommands(store, persons, audit, policies, coordinators, signal, time, keys), store, stepped, time, start);
        await project.Story(life);
        await life.AdvanceTo(start);
    }
}
