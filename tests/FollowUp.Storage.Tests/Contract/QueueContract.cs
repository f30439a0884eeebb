using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Queues, other lists of projects, and workloads.</summary>
public abstract class QueueContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Queue_lists_open_projects_of_the_person_in_charge_by_due_time()
    {
        await SubmitFor("P-2", A.Camille, hours: 2);
        await SubmitFor("P-1", A.Camille, hours: 1);
        await SubmitFor("P-lent", A.Camille, hours: 3, standIn: A.Yanis);
        await SubmitFor("P-yanis", A.Yanis, hours: 4);
        await SubmitFor("P-unassigned", null, hours: 0);
        await Store.Change(await SubmitFor("P-won", A.Camille, hours: 0), p => p.Won());

        Assert.Equal(["P-1", "P-2"], await ListQueue(A.Camille));
        Assert.Equal(["P-lent", "P-yanis"], await ListQueue(A.Yanis));
        Assert.Equal(["P-unassigned", "P-1", "P-2", "P-lent", "P-yanis"], await ListQueue(null));
        Assert.Equal(["P-unassigned"], (await Store.Index.GetUnassigned(10)).Select(row => row.Project.Id));
        Assert.Equal(["P-1"], await ListQueue(A.Camille, limit: 1));
        Assert.Equal(["P-unassigned", "P-1", "P-2"], await ListQueue(null, limit: 3));
        Assert.Empty(await ListQueue("nobody@suivi.example"));
        Assert.Equal(["P-unassigned"], (await Store.Index.GetUnassigned(10)).Select(row => row.Project.Id));
    }

    [Fact]
    public async Task Changed_projects_are_read_page_by_page()
    {
        var ids = new List<string>();
        foreach (var id in new[] { "P-1", "P-10", "P-2", "p/é", "P-3" })
        {
            await Store.Submit(id);
            ids.Add(id);
        }

        var all = await Store.Projects.ReadChanged(Instant.MinValue, null, 10);
        Assert.Equal(ids.Order(StringComparer.Ordinal), all.Select(item => item.Project.Id).Order(StringComparer.Ordinal));
        var pages = new List<string>();
        while (await Store.Projects.ReadChanged(Instant.MinValue, pages.LastOrDefault(), 2) is { IsEmpty: false } page)
        {
            pages.AddRange(page.Select(item => item.Project.Id));
        }

        Assert.Equal(all.Select(item => item.Project.Id), pages);
        Assert.Equal(5, (await Store.Projects.ReadChanged(all[0].At, null, 10)).Length);
        Assert.Empty(await Store.Projects.ReadChanged(all.Max(item => item.At) + Duration.FromTicks(1), null, 10));
    }

    [Fact]
    public async Task Parts_of_the_open_projects_hold_each_of_them_once()
    {
        string[] ids = [.. Enumerable.Range(1, 40).Select(i => $"P-{i}"), "p/é"];
        foreach (var id in ids) await SubmitFor(id, id.EndsWith('1') ? null : A.Camille, hours: 1);
        await Store.Change(await SubmitFor("P-won", A.Camille, hours: 0), p => p.Won());

        var read = new List<Project>();
        for (var part = 0; part < Store.Index.OpenParts; part++) read.AddRange(await Store.Index.ReadOpenPart(part));

        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Select(project => project.Id).Order(StringComparer.Ordinal));
        Assert.Equal((await Store.Projects.Load("P-1"))!.Project, read.Single(project => project.Id == "P-1"));
    }

    [Fact]
    public async Task Agreed_calls_of_the_person_in_charge_are_listed()
    {
        var at = A.Monday + Duration.FromHours(3);
        await Store.Submit("P-1");
        await Store.Submit(A.Project("P-2") with { Agenda = new Agenda(at, null, null) });
        await Store.Submit(A.Project("P-3") with { Staffing = new Staffing(null), Agenda = new Agenda(at, null, null) });
        await Store.Submit(A.Project("P-4") with { Staffing = new Staffing(A.Yanis), Agenda = new Agenda(at, null, null) });
        Assert.Equal([new AgreedCall("P-2", at)], await Store.Index.GetAgreedCalls(A.Camille));
        Assert.Equal([new AgreedCall("P-3", at)], await Store.Index.GetAgreedCalls(null));
        Assert.Empty(await Store.Index.GetAgreedCalls("nobody@suivi.example"));
    }

    [Fact]
    public async Task Queue_row_shows_the_project_and_details_of_the_dossier()
    {
        var stored = await Store.Submit(A.Project(), A.Dossier(company: "Atelier Martin"));
        var row = Assert.Single(await Store.Index.GetQueue(A.Camille, 10));
        Assert.Equal(RecordText.Of(stored.Project), RecordText.Of(row.Project));
        Assert.Equal(("Refonte du site vitrine", "Jeanne Martin", "Atelier Martin", "+33199001234"), (row.Title, row.ClientName, row.Company, row.Phone));
    }

    [Fact]
    public async Task Queue_follows_changes_of_the_project()
    {
        var stored = await SubmitFor("P-1", A.Camille, hours: 1);
        await SubmitFor("P-2", A.Camille, hours: 2);
        stored = await Store.Change(stored, p => p with { Plan = p.Plan! with { Next = A.CallAt(A.Monday + Duration.FromHours(3)) } });
        Assert.Equal(["P-2", "P-1"], await ListQueue(A.Camille));
        stored = await Store.Change(stored, p => p with { Staffing = p.Staffing with { StandIn = A.Yanis } });
        Assert.Equal(["P-2"], await ListQueue(A.Camille));
        Assert.Equal(["P-1"], await ListQueue(A.Yanis));
        await Store.Change(stored, p => p.Won());
        Assert.Empty(await ListQueue(A.Yanis));
    }

    [Fact]
    public async Task Takeover_request_is_listed_for_the_asked_person_until_it_is_settled()
    {
        var stored = await SubmitFor("P-1", A.Camille, hours: 1);
        await Store.Change(await SubmitFor("P-2", A.Camille, hours: 1), p => p with { Staffing = p.Staffing with { TakeOverAskedOf = A.Yanis } });
        stored = await Store.Change(stored, p => p with { Staffing = p.Staffing with { TakeOverAskedOf = A.Yanis } });

        Assert.Equal(["P-1", "P-2"], await ListAwaiting(A.Yanis));
        Assert.Equal(["P-1"], await ListAwaiting(A.Yanis, limit: 1));
        Assert.Empty(await ListAwaiting(A.Camille));
        stored = await Store.Change(stored, p => p with { Staffing = new Staffing(p.Coordinator, A.Yanis) });
        Assert.Equal(["P-2"], await ListAwaiting(A.Yanis));
        await Store.Change(stored, p => p with { Staffing = new Staffing(p.Coordinator, TakeOverAskedOf: "zoe@suivi.example") });
        Assert.Equal(["P-1"], await ListAwaiting("zoe@suivi.example"));
        Assert.Equal(["P-1", "P-2"], await ListAwaiting(null));
    }

    [Fact]
    public async Task Reply_to_a_closed_project_is_listed_for_the_person_who_was_in_charge()
    {
        var stored = await Store.Submit(A.Project(), A.Dossier());
        stored = await Store.Change(stored, p => p.Won());
        Assert.Empty(await ListAwaiting(null));

        stored = await Store.Change(stored, p => p with { ReplyWaitsSince = A.Monday });
        var row = Assert.Single(await Store.Index.GetAwaiting(A.Camille, 10));
        Assert.Equal(("P-1001", "Jeanne Martin"), (row.Project.Id, row.ClientName));
        stored = await Store.Change(stored, p => p with { Staffing = p.Staffing with { StandIn = A.Yanis } });
        Assert.Empty(await ListAwaiting(A.Camille));
        stored = await Store.Change(stored, p => p with { Staffing = new Staffing(null) });
        Assert.Equal(["P-1001"], await ListAwaiting(NextAction.ByManager));
        await Store.Change(stored, p => p with { ReplyWaitsSince = null });
        Assert.Empty(await ListAwaiting(null));
    }

    [Fact]
    public async Task Projects_closed_since_an_instant_are_listed_in_order_of_closing()
    {
        var first = await SubmitClosed("P-2", A.Camille, minutes: 1);
        await SubmitClosed("P-1", A.Camille, minutes: 2);
        await SubmitClosed("P-yanis", A.Yanis, minutes: 2);
        await SubmitClosed("P-lent", A.Camille, minutes: 3, standIn: A.Yanis);
        await SubmitClosed("P-before", A.Camille, minutes: 0);
        await SubmitFor("P-open", A.Camille, hours: 1);

        Assert.Equal(["P-2", "P-1"], await ListClosed(A.Camille));
        Assert.Equal(["P-2"], await ListClosed(A.Camille, limit: 1));
        Assert.Equal(["P-yanis", "P-lent"], await ListClosed(A.Yanis));
        Assert.Empty(await ListClosed("yanis"));
        await Store.Change(first, p => p with { Phase = Phase.InFollowUp, Closing = null });
        Assert.Equal(["P-1"], await ListClosed(A.Camille));
    }

    [Fact]
    public async Task Workload_counts_open_projects_and_keeps_the_last_assignment()
    {
        Assert.Empty(await Store.Index.GetWorkloads());
        var one = await SubmitFor("P-1", A.Camille, hours: 1);
        var two = await SubmitFor("P-2", A.Camille, hours: 1);
        await SubmitFor("P-3", null, hours: 1);
        Assert.Equal(new Workload(2, AssignedAt(1)), (await Store.Index.GetWorkloads())[A.Camille]);

        one = await Store.Change(one, p => p with { Staffing = new Staffing(A.Yanis) });
        two = await Store.Change(await Store.Change(two, p => p.WithAttempts(1)), p => p.Won());
        var workloads = await Store.Index.GetWorkloads();
        Assert.Equal(new Workload(0, AssignedAt(1)), workloads[A.Camille]);
        Assert.Equal(new Workload(1, AssignedAt(2)), workloads[A.Yanis]);

        await Store.Change(two, p => p with { Phase = Phase.InFollowUp, Generation = 2 });
        Assert.Equal(new Workload(1, AssignedAt(1)), (await Store.Index.GetWorkloads())[A.Camille]);
    }

    [Fact]
    public async Task Stand_in_is_no_assignment()
    {
        await Store.Change(await SubmitFor("P-1", A.Camille, hours: 1), p => p with { Staffing = p.Staffing with { StandIn = A.Yanis } });
        Assert.Equal([A.Camille], (await Store.Index.GetWorkloads()).Keys);
    }

    [Fact]
    public async Task Rebuild_moves_a_project_in_the_counters_and_assigns_no_one()
    {
        var stored = await Store.Submit();
        await Store.Projects.Rebuild(stored.Project with { Staffing = new Staffing(A.Yanis) });

        var workloads = await Store.Index.GetWorkloads();
        Assert.Equal(new Workload(0, AssignedAt(1)), workloads[A.Camille]);
        Assert.Equal(new Workload(1, null), workloads[A.Yanis]);
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

    static Instant AssignedAt(long version) => A.Monday + Duration.FromMinutes(version);

    Task<StoredProject> SubmitFor(string id, string? coordinator, int hours, string? standIn = null) => Store.Submit(
        A.Project(id) with { Staffing = new Staffing(coordinator, standIn), Plan = A.PlanAt(A.Monday + Duration.FromHours(hours), A.Monday + Duration.FromHours(1)) });

    async Task<StoredProject> SubmitClosed(string id, string coordinator, int minutes, string? standIn = null) => await Store.Change(
        await SubmitFor(id, coordinator, hours: 1, standIn), p => p.Won(A.Monday + Duration.FromMinutes(minutes)));

    async Task<IEnumerable<string>> ListAwaiting(string? staff, int limit = 10) =>
        (await Store.Index.GetAwaiting(staff, limit)).Select(row => row.Project.Id);

    async Task<IEnumerable<string>> ListClosed(string staff, int limit = 10) =>
        (await Store.Index.GetClosedSince(staff, A.Monday + Duration.FromMinutes(1), limit)).Select(row => row.Project.Id);

    async Task<IEnumerable<string>> ListQueue(string? staff, int limit = 10) => (await Store.Index.GetQueue(staff, limit)).Select(row => row.Project.Id);
}
