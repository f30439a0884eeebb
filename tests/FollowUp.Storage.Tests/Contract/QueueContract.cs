using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Who has what to do, and how much.</summary>
public abstract class QueueContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task A_queue_holds_what_is_in_somebodys_charge_by_the_time_that_it_is_due()
    {
        await Has("P-2", A.Camille, hours: 2);
        await Has("P-1", A.Camille, hours: 1);
        await Has("P-lent", A.Camille, hours: 3, standIn: A.Yanis);
        await Has("P-his", A.Yanis, hours: 4);
        await Has("P-nobodys", null, hours: 0);
        await Store.Change(await Has("P-won", A.Camille, hours: 0), p => p.Won());

        Assert.Equal(["P-1", "P-2"], await Queue(A.Camille));
        Assert.Equal(["P-lent", "P-his"], await Queue(A.Yanis));
        Assert.Equal(["P-nobodys", "P-1", "P-2", "P-lent", "P-his"], await Queue(null));
        Assert.Equal(["P-1"], await Queue(A.Camille, limit: 1));
        Assert.Equal(["P-nobodys", "P-1", "P-2"], await Queue(null, limit: 3));
        Assert.Empty(await Queue("nobody@suivi.example"));
    }

    [Fact]
    public async Task A_row_shows_the_project_and_what_the_dossier_says()
    {
        var stored = await Store.Submit(A.Project(), A.Dossier(company: "Atelier Martin"));
        var row = Assert.Single(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Equal(RecordText.Of(stored.Project), RecordText.Of(row.Project));
        Assert.Equal(("Refonte du site vitrine", "Jeanne Martin", "Atelier Martin", "+33199001234"), (row.Title, row.ClientName, row.Company, row.Phone));
    }

    [Fact]
    public async Task A_queue_follows_the_project()
    {
        var stored = await Has("P-1", A.Camille, hours: 1);
        await Has("P-2", A.Camille, hours: 2);
        stored = await Store.Change(stored, p => p with { Next = A.CallAt(A.Monday + Duration.FromHours(3)) });
        Assert.Equal(["P-2", "P-1"], await Queue(A.Camille));
        stored = await Store.Change(stored, p => p with { StandIn = A.Yanis });
        Assert.Equal(["P-2"], await Queue(A.Camille));
        Assert.Equal(["P-1"], await Queue(A.Yanis));
        await Store.Change(stored, p => p.Won());
        Assert.Empty(await Queue(A.Yanis));
    }

    [Fact]
    public async Task Whoever_was_asked_to_take_a_project_over_finds_it_until_that_is_settled()
    {
        var stored = await Has("P-1", A.Camille, hours: 1);
        await Store.Change(await Has("P-2", A.Camille, hours: 1), p => p with { TakeOverAskedOf = A.Yanis });
        stored = await Store.Change(stored, p => p with { TakeOverAskedOf = A.Yanis });

        Assert.Equal(["P-1", "P-2"], await Awaiting(A.Yanis));
        Assert.Equal(["P-1"], await Awaiting(A.Yanis, limit: 1));
        Assert.Empty(await Awaiting(A.Camille));
        stored = await Store.Change(stored, p => p with { TakeOverAskedOf = null, StandIn = A.Yanis });
        Assert.Equal(["P-2"], await Awaiting(A.Yanis));
        await Store.Change(stored, p => p with { StandIn = null, TakeOverAskedOf = "zoe@suivi.example" });
        Assert.Equal(["P-1"], await Awaiting("zoe@suivi.example"));
        Assert.Equal(["P-1", "P-2"], await Awaiting(null));
    }

    [Fact]
    public async Task A_closed_project_whose_client_wrote_awaits_whoever_was_in_charge()
    {
        var stored = await Store.Submit(A.Project(), A.Dossier());
        stored = await Store.Change(stored, p => p.Won() with { ClosedAt = A.Monday });
        Assert.Empty(await Awaiting(null));

        stored = await Store.Change(stored, p => p with { ReplyWaitsSince = A.Monday });
        var row = Assert.Single(await Store.Index.GetAwaiting(A.Camille, 10));
        Assert.Equal(("P-1001", "Jeanne Martin"), (row.Project.Id, row.ClientName));
        stored = await Store.Change(stored, p => p with { StandIn = A.Yanis });
        Assert.Empty(await Awaiting(A.Camille));
        stored = await Store.Change(stored, p => p with { StandIn = null, Coordinator = null });
        Assert.Equal(["P-1001"], await Awaiting(NextAction.ByManager));
        await Store.Change(stored, p => p with { ReplyWaitsSince = null });
        Assert.Empty(await Awaiting(null));
    }

    [Fact]
    public async Task What_ended_since_an_instant_is_listed_in_that_order()
    {
        var first = await Closed("P-2", A.Camille, minutes: 1);
        await Closed("P-1", A.Camille, minutes: 2);
        await Closed("P-his", A.Yanis, minutes: 2);
        await Closed("P-lent", A.Camille, minutes: 3, standIn: A.Yanis);
        await Closed("P-before", A.Camille, minutes: 0);
        await Has("P-open", A.Camille, hours: 1);

        Assert.Equal(["P-2", "P-1"], await Ended(A.Camille));
        Assert.Equal(["P-2"], await Ended(A.Camille, limit: 1));
        Assert.Equal(["P-his", "P-lent"], await Ended(A.Yanis));
        Assert.Empty(await Ended("yanis"));
        await Store.Change(first, p => p with { Phase = Phase.InFollowUp, ClosedAt = null });
        Assert.Equal(["P-1"], await Ended(A.Camille));
    }

    [Fact]
    public async Task A_workload_counts_open_projects_and_remembers_the_last_assignment()
    {
        Assert.Empty(await Store.Index.GetWorkloads());
        var one = await Has("P-1", A.Camille, hours: 1);
        var two = await Has("P-2", A.Camille, hours: 1);
        await Has("P-3", null, hours: 1);
        Assert.Equal(new Workload(2, Served(1)), (await Store.Index.GetWorkloads())[A.Camille]);

        one = await Store.Change(one, p => p with { Coordinator = A.Yanis });
        two = await Store.Change(await Store.Change(two, p => p with { Attempts = 1 }), p => p.Won());
        var workloads = await Store.Index.GetWorkloads();
        Assert.Equal(new Workload(0, Served(1)), workloads[A.Camille]);
        Assert.Equal(new Workload(1, Served(2)), workloads[A.Yanis]);

        await Store.Change(two, p => p with { Phase = Phase.InFollowUp, Generation = 2 });
        Assert.Equal(new Workload(1, Served(1)), (await Store.Index.GetWorkloads())[A.Camille]);
    }

    [Fact]
    public async Task A_stand_in_is_no_assignment()
    {
        await Store.Change(await Has("P-1", A.Camille, hours: 1), p => p with { StandIn = A.Yanis });
        Assert.Equal([A.Camille], (await Store.Index.GetWorkloads()).Keys);
    }

    [Fact]
    public async Task Phases_are_counted()
    {
        await Store.Submit("P-1");
        var stored = await Store.Submit("P-2");
        await Store.Change(await Store.Change(await Store.Submit("P-3"), p => p with { Phase = Phase.InFollowUp }), p => p with { Attempts = 4 });
        stored = await Store.Change(stored, p => p.Won());
        await Store.Projects.Rebuild(stored.Project with { Phase = Phase.Dead });

        var phases = await Store.Index.CountByPhase();
        Assert.Equal(
            [1, 1, 0, 0, 1], Enum.GetValues<Phase>().Select(phase => phases.GetValueOrDefault(phase)));
    }

    [Fact]
    public async Task Projects_are_found_by_their_client_and_by_their_providers()
    {
        await Store.Submit(A.Project("P-1") with { ClientId = "C-7" });
        await Store.Submit(A.Project("P-2") with { ClientId = "C-7", Providers = [new ProviderState("R-1"), new ProviderState("R-2")] });
        var stored = await Store.Submit(A.Project("P-3") with { Providers = [new ProviderState("R-1")] });
        Assert.Equal(["P-1", "P-2"], (await Store.Index.GetProjectsOfClient("C-7")).Order());
        Assert.Equal(["P-2", "P-3"], (await Store.Index.GetProjectsOfProvider("R-1")).Order());
        Assert.Equal(["P-2"], await Store.Index.GetProjectsOfProvider("R-2"));

        await Store.Change(stored, p => p with { Providers = [new ProviderState("R-2")] });
        Assert.Equal(["P-2"], await Store.Index.GetProjectsOfProvider("R-1"));
        Assert.Equal(["P-2", "P-3"], (await Store.Index.GetProjectsOfProvider("R-2")).Order());
        Assert.Empty(await Store.Index.GetProjectsOfClient("C-0"));
        Assert.Empty(await Store.Index.GetProjectsOfProvider("R-0"));
    }

    static Instant Served(long version) => A.Monday + Duration.FromMinutes(version);

    Task<StoredProject> Has(string id, string? coordinator, int hours, string? standIn = null) => Store.Submit(
        A.Project(id) with { Coordinator = coordinator, StandIn = standIn, Next = A.CallAt(A.Monday + Duration.FromHours(hours)) });

    async Task<StoredProject> Closed(string id, string coordinator, int minutes, string? standIn = null) => await Store.Change(
        await Has(id, coordinator, hours: 1, standIn), p => p.Won() with { ClosedAt = A.Monday + Duration.FromMinutes(minutes) });

    async Task<IEnumerable<string>> Awaiting(string? staff, int limit = 10) =>
        (await Store.Index.GetAwaiting(staff, limit)).Select(row => row.Project.Id);

    async Task<IEnumerable<string>> Ended(string staff, int limit = 10) =>
        (await Store.Index.GetClosedSince(staff, A.Monday + Duration.FromMinutes(1), limit)).Select(row => row.Project.Id);

    async Task<IEnumerable<string>> Queue(string? staff, int limit = 10) => (await Store.Index.GetQueue(staff, limit)).Select(row => row.Project.Id);
}
