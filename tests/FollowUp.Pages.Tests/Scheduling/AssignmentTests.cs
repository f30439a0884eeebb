using FollowUp.Application.Scheduling;
using FollowUp.Domain.Permissions;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Projects that were submitted while there was no coordinator.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public async Task They_are_assigned_as_soon_as_there_is_a_coordinator()
    {
        await using var app = await TestApp.Start();
        await app.SetStaff(TestApp.Camille with { Role = Role.Sales });
        await app.SetStaff(TestApp.Yanis with { Role = Role.Sales });
        await app.SubmitProject("P-1");
        await app.SubmitProject("P-2");
        await app.RunJob(JobNames.Assignment);
        Assert.Null((await app.Project("P-1")).Coordinator);

        await app.SetStaff(TestApp.Camille);
        await app.RunJob(JobNames.Assignment);
        await app.RunJob(JobNames.Assignment);

        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).Coordinator);
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-2")).Coordinator);
    }
}
