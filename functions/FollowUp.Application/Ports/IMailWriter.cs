namespace FollowUp.Application.Ports;

/// <summary>Writes the mails of outbox messages.</summary>
/// <remarks>Thread-safe. It reads settings but changes no project, so a mail may be written any number of times.</remarks>
public interface IMailWriter
{
    /// <summary>Writes a mail.</summary>
    /// <returns>Null when the recipient has no address any more.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ValueTask<OutgoingMail?> Write(MailRequest request, CancellationToken cancellation);
}
