using FollowUp.Application;
using NodaTime;

namespace FollowUp.Pages.Tests.Department;

/// <summary>A mail service that takes the department's mails only once it is told to.</summary>
public sealed class FailingCourier : IMailCourier
{
    public IMailCourier? Behind { get; set; }

    public bool Fails { get; set; } = true;

    public int Tries { get; private set; }

    public HashSet<string> Ids { get; } = [];

    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        if (mail.ProjectId is null)
        {
            Tries++;
            Ids.Add(mail.MessageId);
            if (Fails)
            {
                throw new IOException("jeanne@martin.example is not to be logged");
            }
        }

        return Behind!.Send(mail, at, cancellation);
    }
}
