using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Persons;

/// <summary>
/// A person gets one unasked mail a day over all their projects. A mail claims the day on the person's record before it leaves, with the messages of
/// other projects that it tells too; the record is written only on the version that was read, so of two mails at once one gets the day. Thread-safe,
/// also across processes.
/// </summary>
public sealed class UnaskedMailDays(IPersonStore persons, PersonLoader loader, PolicyLoader policies)
{
    /// <summary>Claims the day of <paramref name="now"/> in Paris for a message. It may be repeated.</summary>
    /// <param name="project">The project of the message.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="now">The time of the attempt.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>Null when the day is the message's; otherwise when it may try again, within the mail hours of the project's cadence.</returns>
    public async ValueTask<Instant?> Claim(Project project, string messageId, Instant now, CancellationToken cancellation = default) =>
        (await Claim(project, new MailDay(policies.Calendar.DateOf(now), messageId), released: null, known: null, cancellation)).NextDay;

    /// <summary>Claims a day for a message and those that it tells too.</summary>
    /// <param name="project">The project of the message.</param>
    /// <param name="wanted">The day and the messages.</param>
    /// <param name="released">A message that had the day and was dropped: its claim counts no more. Null when there is none.</param>
    /// <param name="known">The person as just loaded, which saves the load; after a conflict they are loaded again. Null when not loaded.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The claim that has the day when it is the message's, also an earlier one; otherwise when the message may try again.</returns>
    internal async ValueTask<(MailDay? Claim, Instant? NextDay)> Claim(Project project, MailDay wanted, string? released, Person? known, CancellationToken cancellation)
    {
        var calendar = policies.Calendar;
        for (; ; known = null)
        {
            var person = known ?? await loader.Load(project.ClientId, cancellation);
            if (person.UnaskedMail is { } taken && taken.Day == wanted.Day && taken.Message == wanted.Message)
            {
                return (taken, null);
            }

            if (!PersonRules.MayMailUnasked(person, wanted.Day, wanted.Message) && (released is null || person.UnaskedMail!.Message != released))
            {
                var hours = (await policies.Load(project.InCharge, cancellation)).TableFor(project).Mails;
                return (null, calendar.NextOpen(calendar.At(person.UnaskedMail!.Day.PlusDays(1), LocalTime.Midnight), hours).At);
            }

            if (await persons.TrySave(PersonChange.Between(person, person with { UnaskedMail = wanted })!, cancellation))
            {
                return (wanted, null);
            }
        }
    }
}
