using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;

namespace FollowUp.Local.Demo.SampleData;

/// <summary>
/// A directory with one coordinator only. The stories run concurrently, so an assignment by workload would differ each time.
/// </summary>
sealed class SingleCoordinatorDirectory(IDirectory directory, string coordinator) : IDirectory
{
    public async ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation = default) =>
        [.. (await directory.AllStaff(cancellation)).Where(s => s.Id == coordinator)];

    public ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation = default) => directory.FindStaff(id, cancellation);

    public ValueTask<ImmutableArray<Staff>> FormerStaff(CancellationToken cancellation = default) => directory.FormerStaff(cancellation);

    public ValueTask<Staff?> ReadStaff(string id, CancellationToken cancellation = default) => directory.ReadStaff(id, cancellation);

    public ValueTask<Staff?> ChangeStaff(Func<ImmutableArray<Staff>, Staff?> change, CancellationToken cancellation = default) =>
        directory.ChangeStaff(change, cancellation);

    public ValueTask PutStaff(Staff staff, CancellationToken cancellation = default) => directory.PutStaff(staff, cancellation);

    public ValueTask EraseStaff(string id, CancellationToken cancellation = default) => directory.EraseStaff(id, cancellation);

    public ValueTask EraseProvider(string id, CancellationToken cancellation = default) => directory.EraseProvider(id, cancellation);

    public ValueTask<ImmutableArray<ProviderProfile>> AllProviders(CancellationToken cancellation = default) =>
        directory.AllProviders(cancellation);

    public ValueTask<ProviderProfile?> FindProvider(string id, CancellationToken cancellation = default) =>
        directory.FindProvider(id, cancellation);

    public ValueTask PutProvider(ProviderProfile provider, CancellationToken cancellation = default) =>
        directory.PutProvider(provider, cancellation);

    public ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation = default) => directory.Cadences(cancellation);

    public ValueTask PutCadence(Cadence cadence, CancellationToken cancellation = default) => directory.PutCadence(cadence, cancellation);

    public ValueTask<ImmutableArray<CadenceRevision>> CadenceRevisions(CancellationToken cancellation = default) => directory.CadenceRevisions(cancellation);

    public ValueTask<bool> TryAddCadence(CadenceRevision revision, CancellationToken cancellation = default) => directory.TryAddCadence(revision, cancellation);
}
