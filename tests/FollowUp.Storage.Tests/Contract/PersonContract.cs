using FollowUp.Application.Persons;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Persons: written with the commits of their projects, each call counted once, none lost.</summary>
public abstract class PersonContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    const string Client = "C-P-1001";

    [Fact]
    public async Task Commit_writes_project_and_person()
    {
        var stored = await Store.Submit();
        Assert.Null(stored.Person);
        await CallOnce(Store, "P-1001", 1);

        var loaded = (await Store.Projects.Load("P-1001"))!;
        Assert.Equal(2, loaded.Project.Version);
        Assert.Equal(1, loaded.Person!.Version);
        Assert.Equal(A.Monday + Duration.FromMinutes(1), Assert.Single(loaded.Person.Calls).At);
        await Reopen();
        Assert.Single((await Store.Persons.Load(Client))!.Calls);
    }

    [Fact]
    public async Task Commit_on_an_old_version_of_the_person_writes_nothing()
    {
        var stored = await Store.Submit();
        var person = Person.Create(Client);
        Assert.True(await Store.Persons.TrySave(new PersonChange(0, person with { Version = 1 })));

        Assert.False(await Store.Projects.TryCommit(Call(stored, person, 1)));
        Assert.Equal(1, (await Store.Projects.Load("P-1001"))!.Project.Version);
        Assert.Empty((await Store.Persons.Load(Client))!.Calls);
    }

    [Fact]
    public async Task Commit_on_an_old_version_of_the_project_leaves_the_person_as_it_was()
    {
        var old = await Store.Submit();
        await Store.Change(old, p => p);
        await CallOnce(Store, "P-1001", 1);
        var person = (await Store.Persons.Load(Client))!;

        Assert.False(await Store.Projects.TryCommit(Call(old, person, 2)));
        Assert.Equal(person.Calls, (await Store.Persons.Load(Client))!.Calls);
    }

    [Fact]
    public async Task Each_call_of_concurrent_writers_on_several_projects_counts_once()
    {
        string[] ids = ["P-1", "P-2", "P-3"];
        foreach (var id in ids) await Store.Submit(A.Project(id) with { ClientId = Client });
        using var other = await OpenAnother();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => CallOnce(i % 2 == 0 ? Store : other, ids[i % 3], i))));

        var person = (await Store.Persons.Load(Client))!;
        Assert.Equal(Enumerable.Range(0, 12).Select(i => A.Monday + Duration.FromMinutes(i)), person.Calls.Select(c => c.At));
        var onRecord = new List<Instant>();
        foreach (var id in ids) onRecord.AddRange((await Store.Projects.ReadEvents(id).ToListAsync()).Select(e => e.Event).OfType<CallMissed>().Select(c => c.At));
        Assert.Equal(person.Calls.Select(c => c.At), onRecord.Order());
    }

    [Fact]
    public async Task One_of_ten_concurrent_changes_of_a_version_succeeds()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () => await Store.Persons.TrySave(
            new PersonChange(0, Person.Create(Client) with { Version = 1, UnaskedMail = new MailDay(new LocalDate(2026, 11, 23), $"m-{i}") })))));

        Assert.Single(changes, true);
        Assert.Equal($"m-{Array.IndexOf(changes, true)}", (await Store.Persons.Load(Client))!.UnaskedMail!.Message);
    }

    [Fact]
    public async Task Person_gets_one_unasked_mail_a_day_over_all_projects()
    {
        string[] ids = ["P-1", "P-2", "P-3"];
        var projects = new List<Project>();
        foreach (var id in ids)
        {
            await Store.Submit(A.Project(id) with { ClientId = Client });
            projects.Add((await Store.Projects.Load(id))!.Project);
        }

        using var other = await OpenAnother();
        var (here, there) = (MailDays(Store), MailDays(other));
        var claimed = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Task.Run(async () => await (i % 2 == 0 ? here : there).Claim(projects[i % 3], $"m-{i}", A.Monday))));

        var winner = Array.IndexOf(claimed, null);
        Assert.All(claimed.Where((_, i) => i != winner), next => Assert.Equal(WorkingCalendar.France.At(new LocalDate(2026, 11, 24), new LocalTime(8, 0)), next));
        Assert.Null(await there.Claim(projects[winner % 3], $"m-{winner}", A.Monday + Duration.FromHours(1)));
        Assert.Null(await here.Claim(projects[0], "m-next", A.Monday + Duration.FromDays(1)));
    }

    static UnaskedMailDays MailDays(IStore store) => new(
        store.Persons, new PersonLoader(store.Persons, store.Projects, store.Index), new PolicyLoader(store.Directory, WorkingCalendar.France));

    [Fact]
    public async Task Joined_client_is_loaded_as_the_person_that_they_were_joined_to()
    {
        await CallOnceAfterSubmission("P-1001");
        Assert.True(await Store.Persons.TrySave(new PersonChange(0, Person.Create("C-9") with { Version = 1, JoinedTo = PersonId.Of(Client) })));

        Assert.Equal(PersonId.Of(Client), (await Store.Persons.Load("C-9"))!.Id);
        var joined = await Store.Persons.LoadJoined();
        Assert.Equal((PersonId.Of(Client), PersonId.Of(Client), PersonId.Of("C-8")), (joined.Find("C-9"), joined.Find(Client), joined.Find("C-8")));
        Assert.Equal(PersonId.Of(Client), (await Store.Persons.Find(PersonId.Of("C-9")))!.JoinedTo);
        await Store.Submit(A.Project("P-2") with { ClientId = "C-9" });
        Assert.Single((await Store.Projects.Load("P-2"))!.Person!.Calls);
    }

    [Fact]
    public async Task Client_of_an_earlier_version_gets_a_record_from_the_calls_on_record()
    {
        await Store.Submit("P-1001");
        foreach (var minute in new[] { 1, 2 })
        {
            var stored = (await Store.Projects.Load("P-1001"))!;
            Assert.True(await Store.Projects.TryCommit(Call(stored, Person.Create(Client), minute) with { Person = null }));
        }

        var loader = new PersonLoader(Store.Persons, Store.Projects, Store.Index);
        Assert.Equal(2, (await loader.Load(Client)).Calls.Length);
        Assert.Equal(2, (await Store.Persons.Load(Client))!.Calls.Length);
        Assert.Equal(0, (await loader.Load("C-unknown")).Version);
    }

    async Task CallOnceAfterSubmission(string id)
    {
        await Store.Submit(id);
        await CallOnce(Store, id, 1);
    }

    /// <summary>Loads, records a call and commits; repeats this after a conflict.</summary>
    static async Task CallOnce(IStore store, string id, int minute)
    {
        while (true)
        {
            var stored = (await store.Projects.Load(id))!;
            var person = stored.Person ?? await store.Persons.Load(stored.Project.ClientId) ?? Person.Create(stored.Project.ClientId);
            if (await store.Projects.TryCommit(Call(stored, person, minute))) return;
        }
    }

    static Commit Call(StoredProject stored, Person person, int minute)
    {
        var at = A.Monday + Duration.FromMinutes(minute);
        var recorded = new RecordedEvent(stored.Project.Version + 1, at, Role.Coordinator, A.Camille, new CallMissed(CallOutcome.NoAnswer, at, 0, false, false, false));
        var after = Evolution.Apply(stored.Project, recorded);
        return new Commit(after, stored.Project.Version, HashChain.Link([recorded], stored.Head), [], null, [], null)
        {
            Person = PersonChange.Between(person, PersonEvolution.Apply(person, stored.Project.Version, after, [recorded])),
        };
    }
}
