using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

/// <summary>After an erasure, no row of any table holds personal data.</summary>
public sealed class ErasedRowsTests : StoreContract<TablesUnderTest>
{
    [Fact]
    public async Task No_row_holds_personal_data_of_an_erased_person()
    {
        var stored = await Store.Change(await Store.Submit(), p => p, c => c with
        {
            PersonalTexts = [.. Enumerable.Range(0, 40).Select(i => new PersonalText($"w-{i}", $"Jeanne {i}"))],
            Messages = [A.Message("m-1")],
        });
        await Store.Projects.MarkSent((await Store.Projects.FindMessage("P-1001", "m-1"))! with { State = MessageState.Sent }, A.SentMail("m-1"));
        await Store.Change(stored, p => p with { Staffing = new Staffing(A.Yanis) });
        for (var i = 0; i < 30; i++) await Store.Mailbox.Put(A.Mail($"m-{i}"), A.Monday, "suivi@example.org");
        Assert.NotEmpty(await FindPersonalRows());

        await Store.Projects.ErasePerson("P-1001");
        Assert.Empty(await FindPersonalRows());
    }

    [Fact]
    public async Task No_row_of_a_masked_complaint_holds_the_person()
    {
        await Store.Complaints.Add(new Complaint("K-1", "provider", "PR-1", null, string.Concat(Enumerable.Repeat("Jeanne se tait. ", 5_000)), A.Monday));
        Assert.NotEmpty(await FindPersonalRows());
        await Store.Complaints.Mask("K-1", text => text.Replace("Jeanne", "*", StringComparison.Ordinal));
        Assert.Empty(await FindPersonalRows());
    }

    [Fact]
    public async Task Concurrent_change_of_coordinator_restores_no_personal_data()
    {
        var stored = await Store.Submit();
        var faults = new FaultInjectionPolicy();
        var store = await Data.OpenWith(null, faults);
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
        await store.Change(stored, p => p with { Staffing = new Staffing(A.Yanis) });

        Assert.True(erased);
        Assert.Single(await Store.Index.GetQueue(A.Yanis, 10));
        Assert.Empty(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Empty(await FindPersonalRows());
    }

    [Fact]
    public async Task Interrupted_erasure_shows_until_it_is_complete()
    {
        await Store.Change(await Store.Submit(), p => p, c => c with { PersonalTexts = [new PersonalText("w-1", "Jeanne un"), new PersonalText("w-2", "Jeanne deux")] });
        await Store.Mailbox.Put(A.Mail("m-1"), A.Monday, "suivi@example.org");
        for (var step = 1; (await FindPersonalRows()).Count > 0; step++)
        {
            Assert.NotNull(Assert.Single(await Store.Index.Search(new ProjectSearch())).ClientName);
            var stopping = await OpenStoppingAfter(step);
            await Record.ExceptionAsync(async () => await stopping.Projects.ErasePerson("P-1001"));
            Assert.InRange(step, 1, 30);
        }

        Assert.Null(Assert.Single(await Store.Index.Search(new ProjectSearch())).ClientName);
    }

    /// <summary>Opens a client of which only so many writes reach the service.</summary>
    async Task<IStore> OpenStoppingAfter(int writes)
    {
        var faults = new FaultInjectionPolicy();
        var store = await Data.OpenWith(null, faults);
        faults.Next = (text, _) => !text.StartsWith("GET", StringComparison.Ordinal) && writes-- <= 0 ? Fault.ResetBefore : Fault.None;
        return store;
    }

    async Task<List<string>> FindPersonalRows() =>
    [
        .. from row in await Data.ReadAllRows()
           from value in row.Select(property => property.Value).OfType<string>()
           where new[] { "jeanne", "vitrine", "99001234" }.Any(trace => value.Contains(trace, StringComparison.OrdinalIgnoreCase))
           select row.RowKey,
    ];
}
