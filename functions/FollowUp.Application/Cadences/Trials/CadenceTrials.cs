using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Cadences.Trials;

/// <summary>
/// Stores trials. One that is not saved as a version is removed after thirty days; one that is stays with the version. Thread-safe; several processes may
/// change one trial.
/// </summary>
public sealed class CadenceTrials(IKeyValueStore settings, TimeProvider time)
{
    const string Prefix = "cadence-trial:";

    static readonly Duration KeptUnsaved = Duration.FromDays(30);

    /// <summary>Begins a trial. The host simulates it once it is told.</summary>
    /// <param name="trial">Without id and start.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public async Task<CadenceTrial> Add(CadenceTrial trial, CancellationToken cancellation = default)
    {
        var added = trial with { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), StartedAt = time.GetCurrentInstant() };
        await settings.Set(Prefix + added.Id, Write(added), added.StartedAt + KeptUnsaved, cancellation);
        return added;
    }

    /// <summary>A trial by its id; null when there is none.</summary>
    public async ValueTask<CadenceTrial?> Find(string id, CancellationToken cancellation = default) =>
        await settings.Get(Prefix + id, cancellation) is { } json ? Read(json) : null;

    /// <summary>All trials, oldest first.</summary>
    public async Task<ImmutableArray<CadenceTrial>> List(CancellationToken cancellation = default) =>
        [.. (await settings.List(Prefix, cancellation)).Select(row => Read(row.Value)).OrderBy(trial => trial.StartedAt)];

    /// <summary>Marks a waiting trial as running.</summary>
    /// <returns>The trial; null when there is none or it is not active any more.</returns>
    public Task<CadenceTrial?> Start(string id, CancellationToken cancellation = default) =>
        ChangeActive(id, trial => trial with { State = TrialState.Running }, cancellation);

    /// <summary>Adds the comparison for the open projects to an active trial.</summary>
    /// <inheritdoc cref="Start"/>
    public Task<CadenceTrial?> AddLive(string id, LiveComparison live, CancellationToken cancellation = default) =>
        ChangeActive(id, trial => trial with { Live = live }, cancellation);

    /// <summary>Adds a run to an active trial; the last one finishes it. A repeat changes nothing.</summary>
    /// <inheritdoc cref="Start"/>
    public Task<CadenceTrial?> AddRun(string id, TrialRun run, CancellationToken cancellation = default) => ChangeActive(
        id,
        trial =>
        {
            if (trial.Done.Any(done => done.Number == run.Number)) return trial;
            var all = trial with { Done = [.. trial.Done.Append(run).OrderBy(done => done.Number)] };
            return all.Done.Length < all.Runs ? all : all with { State = TrialState.Finished, EndedAt = time.GetCurrentInstant() };
        },
        cancellation);

    /// <summary>Ends an active trial before it is finished.</summary>
    /// <inheritdoc cref="Start"/>
    public Task<CadenceTrial?> End(string id, TrialState state, CancellationToken cancellation = default) =>
        ChangeActive(id, trial => trial with { State = state, EndedAt = time.GetCurrentInstant() }, cancellation);

    /// <summary>Keeps a trial with the version as which its cadence was saved. Does nothing when the saved cadence is another one.</summary>
    public async Task KeepWith(Cadence saved, string id, CancellationToken cancellation = default) => await Change(
        id, trial => CadenceComparison.Compare(trial.After, saved).IsEmpty ? trial with { Version = saved.Version } : null, cancellation);

    Task<CadenceTrial?> ChangeActive(string id, Func<CadenceTrial, CadenceTrial> change, CancellationToken cancellation) =>
        Change(id, trial => trial.IsActive ? change(trial) : null, cancellation);

    /// <param name="id">The trial.</param>
    /// <param name="change">From the stored trial to the new one; null writes nothing. After a conflict it is called again.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    async Task<CadenceTrial?> Change(string id, Func<CadenceTrial, CadenceTrial?> change, CancellationToken cancellation)
    {
        while (await settings.Get(Prefix + id, cancellation) is { } json)
        {
            if (change(Read(json)) is not { } changed) return null;
            var expires = changed.Version is null ? changed.StartedAt + KeptUnsaved : (Instant?)null;
            if (await settings.TryReplace(Prefix + id, json, Write(changed), expires, cancellation)) return changed;
        }

        return null;
    }

    static string Write(CadenceTrial trial) => JsonSerializer.Serialize(trial, StoredJson.Options);

    static CadenceTrial Read(string json) =>
        JsonSerializer.Deserialize<CadenceTrial>(json, StoredJson.Options) ?? throw new JsonException("A trial is never null.");
}
