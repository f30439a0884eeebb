using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IPersonStore"/>
/// <remarks>
/// A person is a row of its own, so no transaction writes it together with a project. A commit claims its change here first; <see cref="Withdraw"/>
/// takes the claim back when the project's transaction is lost. Records are cached for <see cref="TablesOptions.DirectoryCacheTime"/>: a write is
/// conditional, so an old record costs a second attempt and never a wrong write.
/// </remarks>
sealed class TablesPersons(TableClient records, TablesOptions options) : IPersonStore
{
    const string RowKey = "person";

    /// <summary>The partition with a row for each record that was joined to another, so that lists read them without reading all persons.</summary>
    const string JoinedPartition = "joined-persons";

    const int MaxCached = 4_096;

    readonly ConcurrentDictionary<string, Cached> cache = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <remarks>Set when the store is opened; see <see cref="TablesFormat.CoversPersons"/>.</remarks>
    public bool CoversAllProjects { get; set; }

    /// <summary>Called before a project without a person is written.</summary>
    public async Task ForgetCoverage(CancellationToken cancellation)
    {
        if (!CoversAllProjects) return;
        await records.Remove(TablesSettings.Partition, Keys.Escape(TablesFormat.PersonsKey), cancellation);
        CoversAllProjects = false;
    }

    public ValueTask<Person?> Load(string clientId, CancellationToken cancellation) => Follow(PersonId.Of(clientId), isFresh: true, cancellation);

    /// <summary>The same from the cache where it has one.</summary>
    public ValueTask<Person?> LoadRecent(string clientId, CancellationToken cancellation) => Follow(PersonId.Of(clientId), isFresh: false, cancellation);

    public async ValueTask<Person?> Find(string personId, CancellationToken cancellation) => (await Read(personId, cancellation))?.Person;

    public async ValueTask<JoinedPersons> LoadJoined(CancellationToken cancellation)
    {
        var rows = await records.All(TableClient.CreateQueryFilter($"PartitionKey eq {JoinedPartition}"), cancellation, ["RowKey", "JoinedTo"]);
        return new JoinedPersons(rows.ToImmutableDictionary(row => row.RowKey, row => row.GetString("JoinedTo")));
    }

    public async ValueTask<bool> TrySave(PersonChange change, CancellationToken cancellation)
    {
        if (!await TryWrite(change, cancellation)) return false;
        if (change.After.JoinedTo is { } other)
        {
            await records.Put(new TableEntity(JoinedPartition, change.After.Id) { ["JoinedTo"] = other }, cancellation);
        }

        return true;
    }

    /// <summary>Writes the person of a commit before its project.</summary>
    /// <param name="change">The change.</param>
    /// <param name="projectId">The project of the commit.</param>
    /// <param name="claim">The id of the attempt.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>False when nothing was written: the person is at another version.</returns>
    public Task<bool> TryClaim(PersonChange change, string projectId, string claim, CancellationToken cancellation) =>
        TryWrite(change with { After = PersonEvolution.Claim(change.After, projectId, claim) }, cancellation);

    /// <summary>Corrects a person after a commit that claimed its change here was lost; see <see cref="PersonEvolution.Withdraw"/>.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="correct">From the person as stored to the corrected one; called again after a conflict.</param>
    public async Task Withdraw(string personId, Func<Person, Person> correct)
    {
        while (await Read(personId, CancellationToken.None) is { Person: var person } && PersonChange.Between(person, correct(person)) is { } change)
        {
            if (await TryWrite(change, CancellationToken.None)) return;
        }
    }

    async ValueTask<Person?> Follow(string personId, bool isFresh, CancellationToken cancellation)
    {
        while (true)
        {
            var known = isFresh ? null : FindCached(personId);
            if ((known ?? await Read(personId, cancellation))?.Person is not { } person) return null;
            if (person.JoinedTo is null) return person;
            personId = person.JoinedTo;
        }
    }

    Cached? FindCached(string personId) =>
        cache.TryGetValue(personId, out var known) && options.Time.GetElapsedTime(known.At) < options.DirectoryCacheTime ? known : null;

    async Task<Cached?> Read(string personId, CancellationToken cancellation)
    {
        if (await records.Find(Partition(personId), RowKey, cancellation) is not { } row)
        {
            cache.TryRemove(personId, out _);
            return null;
        }

        return Keep(new Cached(RecordJson.ReadPerson(row.GetText("State")), row.ETag, row.GetString("Write"), options.Time.GetTimestamp()));
    }

    async Task<bool> TryWrite(PersonChange change, CancellationToken cancellation)
    {
        var id = change.After.Id;
        var before = change.ExpectedVersion == 0 ? null : cache.TryGetValue(id, out var known) ? known : await Read(id, cancellation);
        if ((before?.Person.Version ?? 0) != change.ExpectedVersion)
        {
            before = await Read(id, cancellation);
            if ((before?.Person.Version ?? 0) != change.ExpectedVersion) return false;
        }

        var write = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var row = new TableEntity(Partition(id), RowKey) { ["Version"] = change.After.Version, ["Write"] = write }.SetText("State", RecordJson.Write(change.After));
        try
        {
            var response = before is null
                ? await records.AddEntityAsync(row, cancellation)
                : await records.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancellation);
            Keep(new Cached(change.After, response.Headers.ETag ?? default, write, options.Time.GetTimestamp()));
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // The client library's retry of a lost answer gets a conflict with its own first call; the row then names this write.
            return (await Read(id, CancellationToken.None))?.Write == write;
        }
    }

    Cached Keep(Cached read)
    {
        if (cache.Count >= MaxCached) cache.Clear();
        return cache[read.Person.Id] = read;
    }

    static string Partition(string personId) => $"person:{Keys.Escape(personId)}";

    /// <param name="Write">The id of the write that the row comes from.</param>
    /// <param name="At">When it was read, as a timestamp of the options' clock.</param>
    sealed record Cached(Person Person, ETag ETag, string Write, long At);
}
