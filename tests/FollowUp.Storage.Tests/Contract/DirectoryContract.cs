using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Staff, providers and cadences.</summary>
public abstract class DirectoryContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Staff_are_stored_and_replaced()
    {
        var camille = new Staff(
            A.Camille, "Camille", Role.Coordinator, [Language.French, Language.English], 40, "+33199000001", DefaultCadence.Company.Calls,
            [new Absence(new LocalDate(2026, 12, 21), new LocalDate(2026, 12, 31), A.Yanis)]);
        await Store.Directory.PutStaff(new Staff(A.Yanis, "Yanis", Role.Manager, []));
        await Store.Directory.PutStaff(camille with { Capacity = 1 });
        await Store.Directory.PutStaff(camille);

        Assert.Equal(RecordText.Of(camille), RecordText.Of(await Store.Directory.FindStaff(A.Camille)));
        Assert.Equal([A.Camille, A.Yanis], (await Store.Directory.AllStaff()).Select(s => s.Id));
        Assert.Null(await Store.Directory.FindStaff("nobody@suivi.example"));
        Assert.True((await Store.Directory.FindStaff(A.Yanis))!.IsPresent(new LocalDate(2026, 12, 21)));
    }

    [Fact]
    public async Task Person_who_left_is_found_among_former_staff_only()
    {
        var yanis = new Staff(A.Yanis, "Yanis", Role.Coordinator, []) { RemovedAt = Instant.FromUtc(2026, 11, 23, 8, 0) };
        await Store.Directory.PutStaff(yanis);

        Assert.Empty(await Store.Directory.AllStaff());
        Assert.Null(await Store.Directory.FindStaff(A.Yanis));
        Assert.Null(await Store.Directory.ReadStaff(A.Yanis));
        Assert.Equal(RecordText.Of(yanis), RecordText.Of(Assert.Single(await Store.Directory.FormerStaff())));
    }

    [Fact]
    public async Task Change_of_staff_is_decided_on_all_members_and_written()
    {
        await Store.Directory.PutStaff(new Staff(A.Yanis, "Yanis", Role.Coordinator, []));
        var written = await Store.Directory.ChangeStaff(all => all.Single(s => s.Id == A.Yanis) with { Capacity = 7, Stamp = "s" });

        Assert.Equal(7, written!.Capacity);
        Assert.Equal("s", (await Store.Directory.ReadStaff(A.Yanis))!.Stamp);
        Assert.Null(await Store.Directory.ChangeStaff(_ => null));
        Assert.Equal(7, (await Store.Directory.FindStaff(A.Yanis))!.Capacity);
    }

    [Fact]
    public async Task Of_two_managers_who_remove_each_other_at_once_one_stays()
    {
        string[] managers = ["a@suivi.example", "b@suivi.example"];
        foreach (var manager in managers)
        {
            await Store.Directory.PutStaff(new Staff(manager, manager, Role.Manager, []));
        }

        await Task.WhenAll(managers.Select(manager => Task.Run(() => Store.Directory.ChangeStaff(all =>
            all.Count(s => s is { Role: Role.Manager, IsFormer: false }) > 1
                ? all.Single(s => s.Id == manager) with { RemovedAt = Instant.FromUtc(2026, 11, 23, 8, 0) }
                : null).AsTask())));

        Assert.Single(await Store.Directory.AllStaff());
    }

    [Fact]
    public async Task Changes_of_one_person_at_once_are_all_kept()
    {
        await Store.Directory.PutStaff(new Staff(A.Yanis, "Yanis", Role.Coordinator, []));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.Directory.ChangeStaff(all =>
        {
            var yanis = all.Single(s => s.Id == A.Yanis);
            return yanis with { Capacity = yanis.Capacity + 1 };
        }).AsTask())));

        Assert.Equal(8, (await Store.Directory.ReadStaff(A.Yanis))!.Capacity);
    }

    [Fact]
    public async Task Only_the_data_of_a_person_who_left_are_erased()
    {
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [], Phone: "+33199000001"));
        await Store.Directory.PutStaff(
            new Staff(A.Yanis, "Yanis", Role.Coordinator, [], Phone: "+33199000002") { RemovedAt = Instant.FromUtc(2026, 11, 23, 8, 0) });
        await Store.Directory.EraseStaff(A.Camille);
        await Store.Directory.EraseStaff(A.Yanis);
        await Store.Directory.EraseStaff(A.Yanis);

        Assert.Equal("Camille", (await Store.Directory.FindStaff(A.Camille))!.Name);
        var left = Assert.Single(await Store.Directory.FormerStaff());
        Assert.Equal((A.Yanis, "", null), (left.Id, left.Name, left.Phone));
    }

    [Fact]
    public async Task Provider_is_erased()
    {
        await Store.Directory.PutProvider(new ProviderProfile("R-9", "Studio Neuf", "neuf@studio.example", Language.French, null));
        await Store.Directory.EraseProvider("R-9");
        await Store.Directory.EraseProvider("R-9");
        Assert.Null(await Store.Directory.FindProvider("R-9"));
    }

    [Fact]
    public async Task Tokens_of_one_person_are_removed_together()
    {
        await Store.Tokens.Add("h1", A.Yanis, Instant.FromUtc(2026, 11, 23, 8, 0));
        await Store.Tokens.Add("h2", A.Yanis, Instant.FromUtc(2026, 11, 23, 8, 0));
        await Store.Tokens.Add("h3", A.Camille, Instant.FromUtc(2026, 11, 23, 8, 0));

        Assert.Equal(2, await Store.Tokens.RemoveAll(A.Yanis));
        Assert.Null(await Store.Tokens.FindStaff("h1"));
        Assert.Null(await Store.Tokens.FindStaff("h2"));
        Assert.Equal(A.Camille, await Store.Tokens.FindStaff("h3"));
        Assert.Equal(0, await Store.Tokens.RemoveAll(A.Yanis));
    }

    [Fact]
    public async Task Providers_are_stored_and_replaced()
    {
        var provider = new ProviderProfile("R-7", "Studio Sept", "sept@studio.example", Language.English, new LocalDate(2027, 1, 31));
        await Store.Directory.PutProvider(provider with { PrivilegeUntil = null });
        await Store.Directory.PutProvider(provider);
        Assert.Equal(provider, await Store.Directory.FindProvider("R-7"));
        Assert.Equal([provider], await Store.Directory.AllProviders());
        Assert.Null(await Store.Directory.FindProvider("R-8"));
    }

    [Fact]
    public async Task Default_cadence_is_returned_when_none_is_saved() =>
        Assert.Equal(DefaultCadence.Initial, Assert.Single(await Store.Directory.Cadences()));

    [Fact]
    public async Task All_cadence_versions_are_kept_in_order()
    {
        var tenth = DefaultCadence.Initial with { Version = 10 };
        var second = DefaultCadence.Initial with { Version = 2, Company = DefaultCadence.Company with { QuietDaysAfterDoNotCall = 3 } };
        await Store.Directory.PutCadence(tenth);
        await Store.Directory.PutCadence(second);

        var cadences = await Store.Directory.Cadences();
        Assert.Equal([1, 2, 10], cadences.Select(c => c.Version));
        Assert.Equal(RecordText.Of(second), RecordText.Of(cadences[1]));
    }

    [Fact]
    public async Task Cadence_is_added_with_its_history_and_never_over_another_one()
    {
        var second = new CadenceRevision(
            DefaultCadence.Initial with { Version = 2, Company = DefaultCadence.Company with { QuietDaysAfterDoNotCall = 3 } }, Instant.FromUtc(2026, 11, 23, 8, 0),
            "nadia@demo.example", "Moins d’appels");
        Assert.True(await Store.Directory.TryAddCadence(second));
        Assert.True(await Store.Directory.TryAddCadence(second));
        Assert.False(await Store.Directory.TryAddCadence(second with { By = "paul@demo.example" }));

        var revisions = await Store.Directory.CadenceRevisions();
        Assert.Equal([1, 2], revisions.Select(r => r.Cadence.Version));
        Assert.Equal((null, null, null), (revisions[0].At, revisions[0].By, revisions[0].Reason));
        Assert.Equal((second.At, second.By, second.Reason), (revisions[1].At, revisions[1].By, revisions[1].Reason));
        Assert.Equal([1, 2], (await Store.Directory.Cadences()).Select(c => c.Version));
    }
}
