using FollowUp.Application.Ports;

namespace FollowUp.Application.Delivery;

/// <summary>Writes department mails.</summary>
/// <remarks>Thread-safe. A mail may be written any number of times.</remarks>
public interface IDepartmentMailWriter
{
    /// <summary>Writes a mail.</summary>
    /// <returns>Null when it has no content or no recipient any more.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation = default);
}
