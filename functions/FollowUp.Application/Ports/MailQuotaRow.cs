namespace FollowUp.Application.Ports;

/// <summary>The stored usage of the mail quota.</summary>
/// <param name="Json">The usage as JSON; null when nothing was ever sent.</param>
/// <param name="ETag">The version that was read; null when there is no row.</param>
public sealed record MailQuotaRow(string? Json, string? ETag);
