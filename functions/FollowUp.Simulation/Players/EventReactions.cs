using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Randomness;
using NodaTime;

namespace FollowUp.Simulation.Players;

/// <summary>
/// Who does what because of an event of a stored project, and when. The same seed, project and event give the same reactions, in every process. Chances
/// and delays are those of the simulator.
/// </summary>
/// <param name="people">What is assumed of people.</param>
/// <param name="seed">Gives them their chances.</param>
public sealed class EventReactions(PeopleParameters people, long seed)
{
    const double Day = 86_400;
    const double AnHour = 3_600;

    /// <summary>The reactions to an event, in no particular order.</summary>
    /// <param name="project">The project after it, or later.</param>
    /// <param name="happened">The event.</param>
    public IEnumerable<Reaction> Find(Project project, RecordedEvent happened)
    {
        var client = new SimulatedProjectPeople(people, seed, project);
        var (draws, count, mail) = (client.Draws, (int)happened.Seq, people.Mail);
        return happened.Event switch
        {
            ProjectSubmitted => ReactToPosting(project, client),
            RelaunchMailed { Kind: RelaunchKind.Warning } => AnswerMail(mail.WarningAnswer),
            RelaunchMailed e => AnswerMail(mail.RelaunchAnswers[Math.Clamp(e.Number, 1, mail.RelaunchAnswers.Length) - 1]),
            LightMailSent => AnswerMail(mail.LightMailAnswer),
            AttemptMailed or CallMissed { MailFollows: true } or AppointmentMissed { MailFollows: true } => Perhaps(mail.TriedToReachAnswer, Purpose.MailAnswer, ReactionKind.PickCallBack),
            NumberAsked => Perhaps(people.Clients.NumberCorrectedShare, Purpose.NumberCorrected, ReactionKind.CorrectNumber),
            InformationRequested => Perhaps(people.Clients.InformationGivenShare, Purpose.InformationGiven, ReactionKind.GiveInformation),
            ApprovalAsked => [new(After(1 + (4 * draws.Next(Purpose.ClosingDelay, count)), Day), ReactionKind.AnswerClosing, happened.Seq)],
            GoodChancesAsked => [new(After(4, AnHour), ReactionKind.AnswerNotice, happened.Seq)],
            _ => [],
        };

        IEnumerable<Reaction> AnswerMail(double chance) => draws.Happens(mail.OptOutShare, Purpose.MailOptOut, count)
            ? [new(After(draws.NextOf(mail.AnswerHours, Purpose.MailDelay, count), AnHour), ReactionKind.OptOut, happened.Seq)]
            : Perhaps(chance, Purpose.MailAnswer, ReactionKind.AnswerMail);

        IEnumerable<Reaction> Perhaps(double chance, Purpose purpose, ReactionKind kind) => draws.Happens(chance, purpose, count)
            ? [new(After(draws.NextOf(mail.AnswerHours, Purpose.MailDelay, count), AnHour) + Duration.FromMinutes(5), kind, happened.Seq)]
            : [];

        Instant After(double number, double unit) => happened.At + Duration.FromSeconds((long)(number * unit));
    }

    IEnumerable<Reaction> ReactToPosting(Project project, SimulatedProjectPeople client)
    {
        if (client.Wish != Department.Wish.Nothing && client.Draws.Happens(people.Decisions.ReportedShare, Purpose.Reported))
        {
            yield return new Reaction(client.DecidesAt, ReactionKind.Report, 1);
        }

        for (var provider = 0; provider < client.Providers; provider++)
        {
            var days = client.Draws.NextOf(people.Providers.DaysToProposal, Purpose.ProviderDays, provider);
            var at = project.SubmittedAt + Duration.FromSeconds((long)(days * Day)) + Duration.FromMinutes(1);
            yield return new Reaction(at, ReactionKind.Propose, 1, provider);
            if (client.Draws.Happens(people.Providers.QuoteShare, Purpose.ProviderQuote, provider))
            {
                yield return new Reaction(at + Duration.FromDays(2), ReactionKind.Quote, 1, provider);
            }
        }
    }
}
