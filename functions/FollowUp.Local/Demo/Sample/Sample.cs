using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// Makes the sample department: its people, its providers, and projects that have lived up to the demo's first morning. The same every
/// time, for a given first morning.
/// </summary>
sealed class Sample(
    IProjectStore store, IDirectory directory, IProjectIndex index, IAuditLog audit, PolicyLoader policies, IProjectSignal wakes, SteppedErrand stepped,
    MovableTime time)
{
    public async Task Make(bool withProjects)
    {
        await MakePeople();
        if (withProjects)
        {
            // Each life has a time of its own, so all are lived at once and share the disk's flushes.
            await Task.WhenAll(SampleProjects.All.Select((project, i) => Live(project, i)));
        }
    }

    async Task MakePeople()
    {
        await Task.WhenAll(
        [
            .. SampleStaff.Staff.Select(s => directory.PutStaff(s).AsTask()),
            .. SampleStaff.Providers(policies.Calendar.DateOf(time.Now)).Select(p => directory.PutProvider(p).AsTask()),
        ]);
    }

    async Task Live(SampleProject project, int place)
    {
        var start = time.Now;
        var coordinator = place % 2 == 0 ? SampleStaff.Camille : SampleStaff.Yanis;
        var assigning = new CoordinatorSelector(new OneCoordinator(directory, coordinator), index, policies.Calendar);
        var life = new SampleLife(project, new ProjectCommands(store, audit, policies, assigning, wakes, time), store, stepped, time, start);
        await project.Story(life);
        await life.Until(start);
    }
}
