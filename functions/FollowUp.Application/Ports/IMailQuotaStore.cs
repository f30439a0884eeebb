namespace FollowUp.Application.Ports;

/// <summary>Stores how many mails were sent lately, so that the quota holds over restarts and for all workers of an installation.</summary>
/// <remarks>
/// Thread-safe; several processes may use one store. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass
/// through; a failed write may have taken place.
/// </remarks>
public interface IMailQuotaStore
{
    /// <summary>Reads the usage and its version.</summary>
    ValueTask<MailQuotaRow> Read(CancellationToken cancellation = default);

    /// <summary>Replaces the usage that was read.</summary>
    /// <returns>False when another worker wrote in the meantime: nothing was written, read again.</returns>
    ValueTask<bool> TryWrite(MailQuotaRow row, CancellationToken cancellation = default);
}
