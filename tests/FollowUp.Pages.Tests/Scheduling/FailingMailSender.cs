using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A mail sender that fails, for the department's mails or for all, until it is told otherwise.</summary>
public sealed class FailingMailSender : IMailSender
{
    public IMailSender? Inner { get; set; }

    public bool Fails { get; set; } = true;

    /// <summary>Whether project mails fail too.</summary>
    public bool FailsAll { get; init; }

    /// <summary>The only address whose mails fail; null for all.</summary>
    public string? FailsTo { get; init; }

    public Func<Exception> Failure { get; init; } = () => new IOException("jeanne@martin.example is not to be logged");

    /// <summary>Never completes.</summary>
    public bool NeverAnswers { get; init; }

    public int Attempts { get; private set; }

    public HashSet<string> Ids { get; } = [];

    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        if (FailsTo is { } address ? mail.To == address : mail.ProjectId is null || FailsAll)
        {
            Attempts++;
            Ids.Add(mail.MessageId);
            if (NeverAnswers)
            {
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            }

            if (Fails)
            {
                throw Failure();
            }
        }

        return Inner!.Send(mail, at, cancellation);
    }
}
