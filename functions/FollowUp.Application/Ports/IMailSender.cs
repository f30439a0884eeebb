using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A mail ready to leave.</summary>
/// <param name="MessageId">The outbox message's id: makes a repeat recognisable (Message-ID, operation id).</param>
/// <param name="Headers">Beyond those that the courier writes itself.</param>
/// <param name="Calendar">An iCalendar attachment, or null.</param>
public sealed record OutgoingMail(
    string MessageId,
    string? ProjectId,
    string To,
    string? ToName,
    string FromName,
    string ReplyTo,
    string Subject,
    string Text,
    string Html,
    ImmutableDictionary<string, string> Headers,
    ImmutableArray<string> Links,
    string? Calendar = null)
{
    /// <summary>What the project owes; null for a mail that no project owes, such as a sign-in link.</summary>
    public MessageKind? Kind { get; init; }
}

/// <summary>Hands a mail to the mail service. Throws when it was not accepted.</summary>
/// <exception cref="ThrottledException">Nothing is wrong with the mail: it is not its turn yet.</exception>
/// <exception cref="AddressRejectedException">The address takes no mail: it is not to be tried again.</exception>
public interface IMailSender
{
    Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation);
}

/// <summary>Tells the website. Throws when it was not accepted.</summary>
/// <exception cref="ThrottledException">The website asks for time, or has failed so often that it is left alone.</exception>
public interface IWebhookSender
{
    /// <summary>False when no website is configured to be told: nothing is owed then.</summary>
    bool IsConfigured { get; }

    Task Send(string messageId, string json, Instant at, CancellationToken cancellation);
}

/// <summary>Writes the mail that a message stands for; null when there is no address left to send it to.</summary>
public interface IMailWriter
{
    ValueTask<OutgoingMail?> Write(MailRequest letter, CancellationToken cancellation);
}

/// <summary>All that a mail is written from.</summary>
/// <param name="Cause">The event that owes it.</param>
/// <param name="InCharge">Who signs: the coordinator who will answer.</param>
public sealed record MailRequest(
    OutboxMessage Message, Project Project, Dossier? Dossier, RecordedEvent? Cause, Staff? InCharge, Staff? ToStaff, ProviderProfile? ToProvider,
    string? FreeText, Instant Now);

/// <summary>Tells the project's driver that what it waits for has changed. Losing a wake costs time, never a fact.</summary>
public interface IProjectSignal
{
    ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default);
}
