using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Persons;

/// <summary>
/// A person gets one unasked mail a day over all their projects. A mail claims the day on the person's record before it leaves; the record is
/// written only on the version that was read, so of two mails at once one gets the day. Thread-safe, also across processes.
/// </summary>
public sealed class UnaskedMailDays(IPersonStore persons, PersonLoader loader, PolicyLoader policies)
{
    /// <summary>Claims the day of <paramref name="now"/> in Paris for a message. It may be repeated.</summary>
    /// <param name="project">The project of the message.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="now">The time of the attempt.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>Null when the day is the message's; otherwise when it may try again, within the mail hours of the project's cadence.</returns>
    public async ValueTask<Instant?> Claim(Project project, string messageId, Instant now, CancellationToken cancellation = default)
    {
        var calendar = policies.Calendar;
        var day = calendar.DateOf(now);
        while (true)
        {
            var person = await loader.Load(project.ClientId, cancellation);
            if (!PersonRules.MayMailUnasked(person, day, messageId))
            {
                var hours = (await policies.Load(project.InCharge, cancellation)).TableFor(project).Mails;
                return calendar.NextOpen(calendar.At(person.UnaskedMail!.Day.PlusDays(1), LocalTime.Midnight), hours).At;
            }

            var claimed = new MailDay(day, messageId);
            if (person.UnaskedMail == claimed || await persons.TrySave(PersonChange.Between(person, person with { UnaskedMail = claimed })!, cancellation))
            {
                return null;
            }
        }
    }
}
