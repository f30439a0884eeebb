using System.Collections.Immutable;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>
/// A report of another mail service: a delivery status (RFC 3464, or the plain text of Exim, qmail and Postfix), a spam complaint (RFC 5965) or
/// a read receipt (RFC 8098).
/// </summary>
/// <param name="Kind">What it reports.</param>
/// <param name="Returned">What proves that it is about a mail of ours.</param>
/// <param name="RefusedAddresses">The addresses that take no mail (<see cref="FollowUp.Application.Delivery.AddressRefusal"/>).</param>
/// <param name="RefusesUnnamed">Whether an address takes no mail that the report does not name: the one that the mail went to.</param>
/// <param name="HasFailed">Whether the mail failed for good, for whatever reason.</param>
/// <param name="RecipientDomain">The domain of the recipient that a complaint names; null when it names none.</param>
/// <param name="IsInsideMail">Whether the report is an attached message: a service or somebody passed it on.</param>
sealed record MailReport(
    MailReportKind Kind, ReturnedMail Returned, ImmutableArray<string> RefusedAddresses, bool RefusesUnnamed = false, bool HasFailed = false,
    string? RecipientDomain = null, bool IsInsideMail = false);
