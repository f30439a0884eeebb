using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Everything that a mail is written from.</summary>
/// <param name="Message">The outbox message.</param>
/// <param name="Project">The project as it is now.</param>
/// <param name="Dossier">The personal data; null once erased.</param>
/// <param name="Cause">The event that required the message.</param>
/// <param name="InCharge">The staff member in charge, who signs; null when there is none.</param>
/// <param name="ToStaff">The recipient of a mail to staff, otherwise null.</param>
/// <param name="ToProvider">The recipient of a mail to a provider, otherwise null.</param>
/// <param name="FreeText">The free text of <paramref name="Cause"/>; null when it has none or it was erased.</param>
/// <param name="Now">The current instant.</param>
public sealed record MailRequest(
    OutboxMessage Message, Project Project, Dossier? Dossier, RecordedEvent? Cause, Staff? InCharge, Staff? ToStaff, ProviderProfile? ToProvider,
    string? FreeText, Instant Now)
{
    /// <summary>The messages of other projects of the person that the mail tells too; empty for a mail about one project.</summary>
    public ImmutableArray<CommonMailPart> Parts { get; init; } = [];
}
