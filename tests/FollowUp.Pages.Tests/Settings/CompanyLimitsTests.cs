using FollowUp.Application.FirstStart;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Settings;

/// <summary>The limits on calls to companies that a department is set up with.</summary>
public sealed class CompanyLimitsTests
{
    static readonly FirstSettings First = new("Suivi Exemple", "01 99 00 12 34", null, [Language.French], AlsaceMoselle: false, TestApp.Nadia);

    [Fact]
    public async Task Department_is_set_up_with_limits_on_calls_to_companies_as_a_version_of_the_cadence()
    {
        await using var app = await TestApp.Start();
        var directory = app.Services.GetRequiredService<IDirectory>();
        await directory.PutStaff(TestApp.Nadia with { Role = Role.Coordinator }, TestContext.Current.CancellationToken);

        await app.Services.GetRequiredService<DepartmentSetup>().Complete(First, TestContext.Current.CancellationToken);

        var revisions = await directory.CadenceRevisions(TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], revisions.Select(r => r.Cadence.Version));
        Assert.Equal((new CallCap(8, 30), 30), (revisions[^1].Cadence.Company.Cap, revisions[^1].Cadence.Company.QuietDaysAfterDoNotCall));
        Assert.Equal(TestApp.Nadia.Id, revisions[^1].By);
    }

    [Fact]
    public async Task Department_that_is_set_up_already_keeps_its_cadence()
    {
        await using var app = await TestApp.Start();

        await app.Services.GetRequiredService<DepartmentSetup>().Complete(First, TestContext.Current.CancellationToken);

        Assert.Single(await app.Services.GetRequiredService<IDirectory>().CadenceRevisions(TestContext.Current.CancellationToken));
    }
}
