using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using NodaTime;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>
/// Makes the sample department: its people, its providers, and projects that have lived up to the demo's first morning. The same every
/// time, for a given first morning.
/// </summary>
sealed class SampleDataBuilder(
    IProjectStore store, IDirectory directory, IProjectIndex index, IAuditLog audit, PolicyLoader policies, IProjectSignal wakes, SteppedProjectRun stepped,
    AdjustableTimeProvider time)
{
    public async Task Build(bool withProjects)
    {
        await AddStaffAndProviders();
        if (withProjects)
        {
            // Each life has a time of its own, so all are lived at once and share the disk's flushes.
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
        var assigning = new CoordinatorSelector(new SingleCoordinatorDirectory(directory, coordinator), index, policies.Calendar);
        var life = new SampleLife(project, new ProjectCommands(store, audit, policies, assigning, wakes, time), store, stepped, time, start);
        await project.Story(life);
        await life.AdvanceTo(start);
    }
}
