using System.Collections.Concurrent;
using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Domain;
using NodaTime;

namespace FollowUp.Functions.Tests;

/// <summary>Takes mails and webhooks, and remembers them; may fail first.</summary>
sealed class Couriers : IMailCourier, IWebhookCourier, IMailWriter
{
    readonly ConcurrentQueue<string> taken = new();
    int failures;
    int tries;

    public IReadOnlyList<string> Taken => [.. taken];

    public int Tries => tries;

    public bool IsConfigured => true;

    public void FailNext(int times) => failures = times;

    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => Take(mail.MessageId);

    public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Take(messageId);

    public ValueTask<OutgoingMail?> Write(Letter letter, CancellationToken cancellation) => ValueTask.FromResult<OutgoingMail?>(new OutgoingMail(
        letter.Message.Id, letter.Project.Id, "jeanne@client.example", null, "Suivi Projet", "suivi@department.example", "Votre projet", "…", "…",
        ImmutableDictionary<string, string>.Empty, []));

    Task Take(string id)
    {
        Interlocked.Increment(ref tries);
        if (Interlocked.Decrement(ref failures) >= 0)
        {
            throw new HttpRequestException("not now");
        }

        taken.Enqueue(id);
        return Task.CompletedTask;
    }
}
