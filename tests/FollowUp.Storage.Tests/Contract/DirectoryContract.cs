using FollowUp.Application.People;
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
}
