using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

/// <summary>Erasure looks again, row by row, in every table.</summary>
public sealed class ErasedRowsTests : StoreContract<TablesUnderTest>
{
    [Fact]
    public async Task No_row_holds_anything_of_an_erased_person()
    {
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with
        {
            PersonalTexts = [.. Enumerable.Range(0, 40).Select(i => new PersonalText($"w-{i}", $"Jeanne {i}"))],
        });
        await Store.Change(stored, p => p with { Coordinator = A.Yanis });
        for (var i = 0; i < 30; i++) await Store.Mailbox.Put(A.Mail($"m-{i}"), A.Monday, "suivi@example.org");
        Assert.NotEmpty(await Traces());

        await Store.Projects.ErasePerson("P-1001");
        Assert.Empty(await Traces());
    }

    [Fact]
    public async Task A_project_that_changes_hands_at_that_moment_brings_nothing_back()
    {
        var stored = await Store.Submit();
        var faults = new FaultInjectionPolicy();
        var store = TablesUnderTest.CreateClient(await Data.OpenWith(null, faults));
        var erased = false;
        faults.Next = (text, number) =>
        {
            if (!erased && number > 0 && text.Contains("xIndex", StringComparison.Ordinal))
            {
                erased = true;
                Store.Projects.ErasePerson("P-1001").AsTask().GetAwaiter().GetResult();
            }

            return Fault.None;
        };
        await store.Change(stored, p => p with { Coordinator = A.Yanis });

        Assert.True(erased);
        Assert.Single(await Store.Index.GetQueue(A.Yanis, 10));
        Assert.Empty(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Empty(await Traces());
    }

    [Fact]
    public async Task An_erasure_that_a_crash_cuts_short_shows_until_nothing_is_left()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { PersonalTexts = [new PersonalText("w-1", "Jeanne un"), new PersonalText("w-2", "Jeanne deux")] });
        await Store.Mailbox.Put(A.Mail("m-1"), A.Monday, "suivi@example.org");
        for (var step = 1; (await Traces()).Count > 0; step++)
        {
            Assert.NotNull(Assert.Single(await Store.Index.Search(new ProjectSearch())).ClientName);
            var dying = await DiesAfter(step);
            await Record.ExceptionAsync(async () => await dying.Projects.ErasePerson("P-1001"));
            Assert.InRange(step, 1, 30);
        }

        Assert.Null(Assert.Single(await Store.Index.Search(new ProjectSearch())).ClientName);
    }

    /// <summary>So many of its writes reach the service.</summary>
    async Task<StoreClient> DiesAfter(int writes)
    {
        var faults = new FaultInjectionPolicy();
        var store = TablesUnderTest.CreateClient(await Data.OpenWith(null, faults));
        faults.Next = (text, _) => !text.StartsWith("GET", StringComparison.Ordinal) && writes-- <= 0 ? Fault.ResetBefore : Fault.None;
        return store;
    }

    async Task<List<string>> Traces() =>
    [
        .. from row in await Data.ReadAllRows()
           from value in row.Select(property => property.Value).OfType<string>()
           where new[] { "jeanne", "vitrine", "99001234" }.Any(trace => value.Contains(trace, StringComparison.OrdinalIgnoreCase))
           select row.RowKey,
    ];
}
