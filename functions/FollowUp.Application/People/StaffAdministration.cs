using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Permissions;
using NodaTime.Extensions;

namespace FollowUp.Application.People;

/// <summary>
/// Adds, changes and removes staff members, each in one commit. It does not check who asks, nor the form of the details: the endpoints do.
/// Thread-safe, also across processes.
/// </summary>
/// <remarks>
/// Exceptions of the directory and the token store pass through. After an exception the change may have taken place; a repeat gives the same
/// result, or <see cref="StaffChange.AlreadyStaff"/> and <see cref="StaffChange.NotStaff"/>.
/// </remarks>
public sealed class StaffAdministration(IDirectory directory, ITokens tokens, StaffSettings settings, IScheduleSignal signal, TimeProvider time)
{
    /// <summary>Adds a staff member. One who left before comes back with their earlier absences, without the sessions and tokens of then.</summary>
    /// <returns><see cref="StaffChange.Added"/> or <see cref="StaffChange.AlreadyStaff"/>.</returns>
    public Task<StaffChange> Add(StaffDetails details, CancellationToken cancellation = default) => Write(details, adds: true, changes: false, cancellation);

    /// <summary>
    /// Changes a staff member. A new role ends their sessions and tokens in the same commit: what was granted to one role is not carried over to another.
    /// </summary>
    /// <returns><see cref="StaffChange.Changed"/>, <see cref="StaffChange.NotStaff"/> or <see cref="StaffChange.LastManager"/>.</returns>
    public Task<StaffChange> Change(StaffDetails details, CancellationToken cancellation = default) => Write(details, adds: false, changes: true, cancellation);

    /// <summary>Adds or changes a staff member.</summary>
    /// <returns><see cref="StaffChange.Added"/>, <see cref="StaffChange.Changed"/> or <see cref="StaffChange.LastManager"/>.</returns>
    public Task<StaffChange> Put(StaffDetails details, CancellationToken cancellation = default) => Write(details, adds: true, changes: true, cancellation);

    /// <summary>
    /// Removes a staff member. One commit ends their sessions and tokens and makes their open projects due for a new coordinator
    ///. The name stays for the timelines.
    /// </summary>
    /// <returns><see cref="StaffChange.Removed"/>, <see cref="StaffChange.NotStaff"/> or <see cref="StaffChange.LastManager"/>.</returns>
    public async Task<StaffChange> Remove(string id, CancellationToken cancellation = default)
    {
        StaffChange result = new StaffChange.NotStaff();
        var now = time.GetCurrentInstant();
        await directory.ChangeStaff(
            all =>
            {
                if (Find(all, id) is not { IsFormer: false } staff)
                {
                    result = new StaffChange.NotStaff();
                    return null;
                }

                if (IsLastManager(all, staff))
                {
                    result = new StaffChange.LastManager();
                    return null;
                }

                var removed = staff with { RemovedAt = now, Stamp = null, CalendarKey = null, SecondFactor = null };
                result = new StaffChange.Removed(removed);
                return removed;
            },
            cancellation);
        if (result is StaffChange.Removed)
        {
            // Unknown tokens are refused without the directory, which other processes may cache for some seconds.
            await tokens.RemoveAll(id, cancellation);
            await settings.Remove(id, cancellation);
            signal.Raise();
        }

        return result;
    }

    async Task<StaffChange> Write(StaffDetails details, bool adds, bool changes, CancellationToken cancellation)
    {
        StaffChange result = new StaffChange.NotStaff();
        var stamp = StaffStamp.Create();
        if (adds && await directory.FindStaff(details.Id, cancellation) is null)
        {
            // A crash after the removal of a staff member may have left their tokens, which must not work again.
            await tokens.RemoveAll(details.Id, cancellation);
        }

        await directory.ChangeStaff(
            all =>
            {
                result = Decide(all, details, adds, changes, stamp);
                return result switch
                {
                    StaffChange.Added added => added.Staff,
                    StaffChange.Changed changed => changed.Staff,
                    _ => null,
                };
            },
            cancellation);
        if (result is StaffChange.Changed { HasNewRole: true })
        {
            await tokens.RemoveAll(details.Id, cancellation);
        }

        if (result is StaffChange.Added or StaffChange.Changed)
        {
            signal.Raise();
        }

        return result;
    }

    /// <summary>Ends every session of a staff member, in every browser. Does nothing for others.</summary>
    /// <returns>The member with the new stamp; null for one who is no staff member.</returns>
    public async Task<Staff?> EndSessions(string id, CancellationToken cancellation = default)
    {
        var stamp = StaffStamp.Create();
        return await directory.ChangeStaff(all => Find(all, id) is { IsFormer: false } staff ? staff with { Stamp = stamp } : null, cancellation);
    }

    static StaffChange Decide(ImmutableArray<Staff> all, StaffDetails details, bool adds, bool changes, string stamp) => Find(all, details.Id) switch
    {
        null when adds => new StaffChange.Added(details.ApplyTo(new Staff(details.Id, details.Name, details.Role, []) { Stamp = stamp })),
        { IsFormer: true } former when adds => new StaffChange.Added(details.ApplyTo(former) with { RemovedAt = null, Stamp = stamp, SecondFactor = null }),
        null or { IsFormer: true } => new StaffChange.NotStaff(),
        var staff when !changes => new StaffChange.AlreadyStaff(staff),
        var staff when details.Role != Role.Manager && IsLastManager(all, staff) => new StaffChange.LastManager(),
        var staff when details.Role != staff.Role => new StaffChange.Changed(staff, details.ApplyTo(staff) with { Stamp = stamp }),
        var staff => new StaffChange.Changed(staff, details.ApplyTo(staff)),
    };

    static Staff? Find(ImmutableArray<Staff> all, string id) => all.FirstOrDefault(s => s.Id == id);

    static bool IsLastManager(ImmutableArray<Staff> all, Staff staff) =>
        staff.Role == Role.Manager && !all.Any(s => s.Id != staff.Id && s is { Role: Role.Manager, IsFormer: false });
}
