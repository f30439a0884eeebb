namespace FollowUp.Web.InboundMail.Senders;

/// <summary>A sign that a program wrote a mail.</summary>
/// <param name="Code">The sign, as the audit log names it.</param>
/// <param name="IsCertain">
/// False for a sign that people's mails bear too. A mail from the client's own address is then passed on to staff and not ignored.
/// </param>
sealed record AutomaticSign(string Code, bool IsCertain);
