using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.InboundMail.ReplyText;
using FollowUp.Web.InboundMail.Reports;
using FollowUp.Web.InboundMail.Senders;
using NodaTime;

namespace FollowUp.Web.InboundMail.Messages;

/// <summary>The facts of a message (RFC 5322) that decide what it means. <see cref="InboundMessageReader"/> reads them.</summary>
/// <param name="Sender">
/// The author's address in the form of <see cref="FollowUp.Domain.Text.MailAddress"/>; null when it is missing or doubtful.
/// </param>
/// <param name="Authenticity">What the mail gateway found out about the sender.</param>
/// <param name="Tokens">Texts that may be a project's token, in the order of the headers.</param>
/// <param name="RepliedProjectIds">The projects whose mails the message claims to answer. The claim proves nothing.</param>
/// <param name="WrittenAt">The Date of the message; null when it is missing or invalid.</param>
/// <param name="MessageId">The Message-ID; null without one.</param>
/// <param name="Subject">The subject, in characters of any kind.</param>
/// <param name="AutomaticSign">The sign that a program wrote the message; null when a human may have written it.</param>
/// <param name="Report">The message as a report of another mail service; null when it is none.</param>
/// <param name="Content">What the sender wrote.</param>
sealed record InboundMessage(
    string? Sender,
    Authenticity Authenticity,
    ImmutableArray<string> Tokens,
    ImmutableArray<string> RepliedProjectIds,
    Instant? WrittenAt,
    string? MessageId,
    string Subject,
    AutomaticSign? AutomaticSign,
    MailReport? Report,
    ReplyContent Content)
{
    /// <summary>Identifies the message: its Message-ID, or its whole content when it has none.</summary>
    public string Fingerprint => string.IsNullOrEmpty(MessageId)
        ? IdempotencyKeyHeader.Digest("", Sender ?? "", WrittenAt?.ToString() ?? "", Subject, Content.ToString())
        : IdempotencyKeyHeader.Digest(MessageId);

    /// <summary>Identifies the message with its words: another mail under the same Message-ID has another digest.</summary>
    public string Digest => IdempotencyKeyHeader.Digest(
        Fingerprint, Sender ?? "", Content.Words, Content.Attachments.ToString(CultureInfo.InvariantCulture));
}
