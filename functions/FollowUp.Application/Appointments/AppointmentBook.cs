using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Shared;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Appointments;

/// <summary>
/// Keeps the calls that clients agree with one person apart: of several clients who ask for one time at once, one gets it. A time is reserved before
/// the project's commit and counts until that is done; from then on the project itself says what is agreed.
/// </summary>
/// <remarks>
/// Thread-safe; several processes may use one store. Cancellation throws <see cref="OperationCanceledException"/>; failures of the store pass through.
/// A reservation whose commit failed ends by itself.
/// </remarks>
public sealed class AppointmentBook(IKeyValueStore settings, IProjectIndex index, IProjectStore store, TimeProvider time)
{
    const string Prefix = "appointments:";

    /// <summary>Longer than a commit takes. After it a reservation counts only while its project has that agreed call.</summary>
    static readonly Duration Grace = Duration.FromMinutes(1);

    static readonly Duration Retention = Duration.FromDays(1);

    /// <summary>The other agreed calls of the staff member in charge of a project.</summary>
    public async Task<ImmutableArray<Instant>> GetTaken(Project project, CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        var reserved = Read(await settings.Get(GetKey(project), cancellation)).Where(r => r.Project != project.Id && r.At + Grace > now);
        return [.. (await GetAgreed(project, cancellation)).Concat(reserved.Select(r => r.Slot)).Distinct()];
    }

    /// <summary>Reserves a time for a project with the staff member in charge of it. It may be repeated.</summary>
    /// <returns>False when another project has a call within <see cref="CallSlots.Distance"/>; nothing was written.</returns>
    public async Task<bool> TryReserve(Project project, Instant slot, CancellationToken cancellation = default)
    {
        // The agreed calls are read once: who agrees on a call meanwhile has a reservation, which is read again with each attempt.
        var key = GetKey(project);
        if (!CallSlots.IsFree(slot, await GetAgreed(project, cancellation)))
        {
            return false;
        }

        while (true)
        {
            var stored = await settings.Get(key, cancellation);
            if (!await IsFree(Read(stored), project, slot, cancellation))
            {
                return false;
            }

            var now = time.GetCurrentInstant();
            var kept = Read(stored).Where(r => r.Slot > now - Grace && r.Project != project.Id);
            var next = JsonSerializer.Serialize(kept.Append(new Reservation(slot, project.Id, now)), StoredJson.Options);
            var expires = Instant.Max(slot, now) + Retention;
            if (stored is null ? await settings.GetOrSet(key, next, expires, cancellation) == next : await settings.TryReplace(key, stored, next, expires, cancellation))
            {
                return true;
            }
        }
    }

    async Task<ImmutableArray<Instant>> GetAgreed(Project project, CancellationToken cancellation) =>
        [.. (await index.GetAgreedCalls(project.InCharge, cancellation)).Where(call => call.ProjectId != project.Id).Select(call => call.At)];

    /// <summary>An index may be a moment behind: a reservation near the time is looked up in its project.</summary>
    async Task<bool> IsFree(IEnumerable<Reservation> reservations, Project project, Instant slot, CancellationToken cancellation)
    {
        foreach (var near in reservations.Where(r => r.Project != project.Id && !CallSlots.IsFree(slot, [r.Slot])))
        {
            if (near.At + Grace > time.GetCurrentInstant() || (await store.Load(near.Project, cancellation))?.Project.Agenda.AgreedCall == near.Slot)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The key holds a digest: settings hold no personal data, and staff are known by their address.</summary>
    static string GetKey(Project project) => $"{Prefix}{StableHash.ComputeGuid(project.Responsible):n}";

    static ImmutableArray<Reservation> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<Reservation>>(json, StoredJson.Options);

    sealed record Reservation(Instant Slot, string Project, Instant At);
}
