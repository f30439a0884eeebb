namespace FollowUp.Application.Ports;

/// <summary>Where the budget of mails is kept, so that neither a restart nor a second worker spends it twice.</summary>
public interface IMailQuotaStore
{
    ValueTask<MailQuotaRow> Read(CancellationToken cancellation = default);

    /// <returns>False when somebody else wrote in the meantime: read again.</returns>
    ValueTask<bool> TryWrite(MailQuotaRow page, CancellationToken cancellation = default);
}

/// <summary>What was spent lately, as JSON, and the mark of the reading that it was changed from (null at first).</summary>
public sealed record MailQuotaRow(string? Json, string? ETag);
