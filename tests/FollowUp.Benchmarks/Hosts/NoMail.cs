using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Benchmarks.Hosts;

/// <summary>Accepts every mail and sends none.</summary>
sealed class NoMail : IMailSender
{
    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => Task.CompletedTask;
}
