using FollowUp.Application.Ports;

namespace FollowUp.Storage.Shared;

/// <summary>
/// An open store: one implementation of every port, safe for use by several threads at once. Disposing of it closes it for this process;
/// the data stay.
/// </summary>
public interface IStore : IDisposable
{
    IProjectStore Projects { get; }

    IPersonStore Persons { get; }

    IProjectIndex Index { get; }

    IDirectory Directory { get; }

    IKeyValueStore Settings { get; }

    IDepartmentSettings Department { get; }

    IWebhookDeliveries WebhookDeliveries { get; }

    ITokens Tokens { get; }

    IKeyRing KeyRing { get; }

    IAuditLog Audit { get; }

    IBoardStore Board { get; }

    IComplaints Complaints { get; }

    IMailbox Mailbox { get; }

    /// <summary>
    /// Deletes all data but some settings and the key ring, which decrypts them. For a store that no other process uses. It may be interrupted and repeated: the kept settings are there
    /// at every moment, and the settings are deleted last.
    /// </summary>
    /// <param name="keptSettings">The keys of the settings that stay.</param>
    /// <param name="cancellation">Cancels before a write.</param>
    ValueTask Clear(IReadOnlyCollection<string> keptSettings, CancellationToken cancellation = default);
}
