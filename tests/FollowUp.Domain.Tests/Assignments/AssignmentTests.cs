using FollowUp.Domain.Assignments;
using FollowUp.Domain.Tests.Calendars;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Assignments;

/// <summary>Product page, "Assignment".</summary>
public class AssignmentTests
{
    static readonly Candidate Camille = new("camille", [Language.French], Present: true, Capacity: 50, Open: 30, Paris.At(A.Monday));
    static readonly Candidate Yanis = new("yanis", [Language.French, Language.English], Present: true, Capacity: 50, Open: 40, null);

    [Fact]
    public void The_most_free_capacity_comes_first() => Assert.Equal("camille", Choose(Yanis, Camille));

    [Fact]
    public void Then_the_one_served_longest_ago() => Assert.Equal("yanis", Choose(Camille, Yanis with { Open = 30 }));

    [Fact]
    public void Then_the_name_so_that_the_choice_is_the_same_everywhere() =>
        Assert.Equal("camille", Choose(Yanis with { Open = 30, LastServedAt = Camille.LastServedAt }, Camille));

    [Fact]
    public void Absent_coordinators_are_skipped() => Assert.Equal("yanis", Choose(Camille with { Present = false }, Yanis));

    [Fact]
    public void Only_those_who_speak_the_language() => Assert.Equal("yanis", Assignment.Choose([Camille, Yanis], Language.English));

    [Fact]
    public void Absent_coordinator_of_the_language_is_better_than_none() =>
        Assert.Equal("yanis", Assignment.Choose([Camille, Yanis with { Present = false }], Language.English));

    [Fact]
    public void No_candidate_gives_null() => Assert.Null(Choose());

    static string? Choose(params Candidate[] candidates) => Assignment.Choose(candidates, Language.French);
}
