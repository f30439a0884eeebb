using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Shared;

/// <summary>Which counters a commit changes, in both stores.</summary>
public sealed class WorkloadChangeTests
{
    const long Now = 42;

    [Fact]
    public void New_project_is_assigned_to_its_coordinator() =>
        Assert.Equal([new(A.Camille, 1, Now)], WorkloadChange.Between(null, new(A.Camille, Open: true), Now));

    [Fact]
    public void Change_of_coordinator_moves_the_project_and_assigns_it() => Assert.Equal(
        [new(A.Camille, -1, null), new(A.Yanis, 1, Now)], WorkloadChange.Between(new(A.Camille, Open: true), new(A.Yanis, Open: true), Now));

    [Fact]
    public void Closing_removes_the_project_from_the_workload() => Assert.Equal(
        [new(A.Camille, -1, null)], WorkloadChange.Between(new(A.Camille, Open: true), new(A.Camille, Open: false), Now));

    [Fact]
    public void Reopening_by_the_same_coordinator_is_no_assignment() => Assert.Equal(
        [new(A.Camille, 1, null)], WorkloadChange.Between(new(A.Camille, Open: false), new(A.Camille, Open: true), Now));

    [Fact]
    public void Change_without_a_decision_assigns_no_one() =>
        Assert.Equal([new(A.Yanis, 1, null)], WorkloadChange.Between(new(null, Open: true), new(A.Yanis, Open: true), decidedAt: null));

    [Fact]
    public void Unchanged_or_closed_project_changes_nothing()
    {
        Assert.Empty(WorkloadChange.Between(new(A.Camille, Open: true), new(A.Camille, Open: true), Now));
        Assert.Empty(WorkloadChange.Between(new(A.Camille, Open: false), new(A.Yanis, Open: false), Now));
        Assert.Empty(WorkloadChange.Between(null, new(null, Open: true), Now));
    }
}
