using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Facts of the board and their sums.</summary>
public abstract class BoardContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static readonly LocalDate Monday = new(2026, 11, 23);

    [Fact]
    public async Task Facts_of_commits_are_added_up_by_day()
    {
        await Commit("P-1", Submitted(1, Monday));
        await Commit("P-2", Submitted(1, Monday));
        await Commit("P-3", Submitted(1, Monday.PlusDays(1)));

        Assert.Equal([(Monday, 2)], await GetSubmitted(Monday, Monday));
        Assert.Equal([(Monday, 2), (Monday.PlusDays(1), 1)], await GetSubmitted(Monday.PlusDays(-7), Monday.PlusDays(7)));
        Assert.Empty(await GetSubmitted(Monday.PlusDays(2), Monday.PlusDays(7)));
    }

    [Fact]
    public async Task Fact_that_is_stored_already_does_not_count_again()
    {
        await Commit("P-1", Submitted(1, Monday));

        Assert.True(await Store.Projects.Rebuild((await Store.Projects.Load("P-1"))!.Project, [Submitted(1, Monday), Won(1, Monday, 420_050)]));
        Assert.True(await Store.Projects.Rebuild((await Store.Projects.Load("P-1"))!.Project, [Submitted(1, Monday), Won(1, Monday, 420_050)]));

        Assert.Equal([(Monday, 1)], await GetSubmitted(Monday, Monday));
        Assert.Equal(420_050, (await Store.Board.GetSums(Monday, Monday)).Sum(sum => sum.Cents));
    }

    [Fact]
    public async Task Facts_of_another_version_of_the_project_are_not_added()
    {
        await Commit("P-1", Submitted(1, Monday));
        var old = (await Store.Projects.Load("P-1"))!.Project;
        await Commit("P-1");

        Assert.False(await Store.Projects.Rebuild(old, [Won(1, Monday, 100)]));

        Assert.Equal(0, (await Store.Board.GetSums(Monday, Monday)).Sum(sum => sum.Cents));
    }

    [Fact]
    public async Task Projects_behind_a_figure_come_the_latest_first_without_what_was_taken_back()
    {
        await Commit("P-1", Submitted(1, Monday));
        await Commit("P-2", Submitted(1, Monday.PlusDays(1)), Won(1, Monday.PlusDays(1), 100));
        await Commit("P-2", Won(2, Monday.PlusDays(1), -100) with { Count = -1 });
        await Commit("P-3", Submitted(1, Monday.PlusDays(9)));
        var week = new BoardFactFilter(BoardFactKind.Submitted, Monday, Monday.PlusDays(6));

        Assert.Equal(["P-2", "P-1"], (await Store.Board.FindProjects(week, 0, 10)).Select(p => p.Id));
        Assert.Equal(["P-1"], (await Store.Board.FindProjects(week, 1, 10)).Select(p => p.Id));
        Assert.Empty(await Store.Board.FindProjects(week with { Kind = BoardFactKind.Closed }, 0, 10));
    }

    [Fact]
    public async Task Open_projects_count_whatever_the_day()
    {
        var entered = new BoardCell(BoardFactKind.Open, Monday.PlusDays(-400), Code: "dormant");
        await Commit("P-1", new BoardFact(1, Monday, entered, 1));

        Assert.Equal(1, (await Store.Board.GetSums(Monday, Monday)).Where(sum => sum.Cell == entered).Sum(sum => sum.Count));
    }

    [Fact]
    public async Task Sums_are_the_same_after_facts_were_removed_added_and_added_up_again()
    {
        for (var day = 0; day < 6; day++) await Commit($"P-{day}", Submitted(1, Monday.PlusDays(day)));
        var before = await GetSubmitted(Monday, Monday.PlusDays(6));
        Assert.Equal(before, await GetSubmitted(Monday, Monday.PlusDays(6)));

        await Store.Board.Clear();
        Assert.Empty(await GetSubmitted(Monday, Monday.PlusDays(6)));
        for (var day = 0; day < 6; day++)
            await Store.Projects.Rebuild((await Store.Projects.Load($"P-{day}"))!.Project, [Submitted(1, Monday.PlusDays(day))]);
        await Store.Board.AddUp();

        Assert.Equal(before, await GetSubmitted(Monday, Monday.PlusDays(6)));
    }

    [Fact]
    public async Task Calls_that_are_overdue_or_due_are_counted_by_person()
    {
        await Commit("P-1");
        await Commit("P-2");

        var all = await Store.Board.CountDue([A.Camille, A.Yanis, null], A.Monday, A.Monday + Duration.FromDays(3000));

        Assert.Equal(3, all.Length);
        Assert.Equal(default, all[1]);
    }

    static BoardFact Submitted(long seq, LocalDate day) => new(seq, day, new BoardCell(BoardFactKind.Submitted, day), 1);

    static BoardFact Won(long seq, LocalDate day, long cents) =>
        new(seq, day, new BoardCell(BoardFactKind.Closed, day, A.Camille, "in-follow-up", BoardCodes.Won, Value: 1), 1, cents);

    async Task Commit(string id, params ImmutableArray<BoardFact> facts)
    {
        var stored = await Store.Projects.Load(id);
        Assert.True(await Store.Projects.TryCommit(A.Commit(stored, A.Project(id)) with { Facts = facts }));
    }

    async Task<IEnumerable<(LocalDate, int)>> GetSubmitted(LocalDate from, LocalDate to) => (await Store.Board.GetSums(from, to))
        .Where(sum => sum.Cell.Kind == BoardFactKind.Submitted).GroupBy(sum => sum.Cell.Day).Select(day => (day.Key, day.Sum(sum => sum.Count))).Order();
}
