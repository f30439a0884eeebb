using System.Diagnostics;
using FollowUp.Application.Cadences;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Permissions;

namespace FollowUp.Application.FirstStart;

/// <summary>Sets a department up: its settings and its first manager. Thread-safe, also across processes.</summary>
/// <remarks>Exceptions of the stores pass through. After an exception the settings may be written without the manager; a repeat completes it.</remarks>
public sealed class DepartmentSetup(
    IDirectory directory, IDepartmentSettings settings, StaffAdministration administration, CadenceAdministration cadences)
{
    /// <summary>Whether the department has a manager, so that it is set up.</summary>
    public async ValueTask<bool> HasManager(CancellationToken cancellation = default) =>
        (await directory.AllStaff(cancellation)).Any(s => s.Role == Role.Manager);

    /// <summary>Writes the settings and the limits on calls to companies, then adds the manager: as long as there is none, the department is not set up. May be repeated.</summary>
    /// <returns>The manager as stored.</returns>
    public async Task<Staff> Complete(FirstSettings first, CancellationToken cancellation = default)
    {
        await ChangeSettings(first.ApplyTo, cancellation);
        await LimitCallsToCompanies(first.Manager.Id, cancellation);
        return await administration.Put(StaffDetails.Of(first.Manager), cancellation) switch
        {
            StaffChange.Added added => added.Staff,
            StaffChange.Changed changed => changed.Staff,
            var other => throw new UnreachableException($"No rule for {other}."),
        };
    }

    /// <summary>
    /// Saves the cadence that limits calls to companies, as a version that the manager sees and may change. A store that was set up by an earlier version, or
    /// whose cadence was changed, keeps what it has.
    /// </summary>
    async Task LimitCallsToCompanies(string manager, CancellationToken cancellation)
    {
        if (!await HasManager(cancellation) && await directory.CadenceRevisions(cancellation) is [{ At: null, Cadence: var only }]
            && CadenceComparison.Compare(only, DefaultCadence.Initial).IsEmpty)
        {
            await cadences.Save(DefaultCadence.WithCompanyLimits, _ => true, manager, "Limites d’appels aux entreprises, à la mise en place", cancellation);
        }
    }

    /// <summary>Changes the settings, whatever others change at the same time.</summary>
    /// <param name="change">Gives the new settings; called again after a conflict.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public async Task ChangeSettings(Func<DepartmentSettings, DepartmentSettings> change, CancellationToken cancellation = default)
    {
        StoredSettings stored;
        do
        {
            stored = await settings.Read(cancellation);
        }
        while (!await settings.TryWrite(change(stored.Settings), stored.Version, cancellation));
    }
}
