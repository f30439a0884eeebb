using System.Collections.Concurrent;
using System.Collections.Immutable;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Functions.Tests;

/// <summary>Takes mails and webhooks, and remembers them; may refuse one first.</summary>
sealed class RecordingSenders : IMailSender, IWebhookSender, IMailWriter
{
    readonly ConcurrentQueue<string> taken = new();
    readonly Lock failing = new();
    int failures;
    int tries;

    public IReadOnlyList<string> Sent => [.. taken];

    public int Attempts => tries;

    public bool IsConfigured => true;

    /// <summary>The message that was refused.</summary>
    public string? FailedMessage { get; private set; }

    /// <summary>Refuses the next message so many times; the others leave.</summary>
    public void FailNext(int times) => failures = times;

    public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => Record(mail.MessageId);

    public Task Send(string messageId, string json, Instant at, CancellationToken cancellation) => Record(messageId);

    public ValueTask<OutgoingMail?> Write(MailRequest letter, CancellationToken cancellation) => ValueTask.FromResult<OutgoingMail?>(new OutgoingMail(
        letter.Message.Id, letter.Project.Id, "jeanne@client.example", null, "Suivi Projet", "suivi@department.example", "Votre projet", "…", "…",
        ImmutableDictionary<string, string>.Empty, []));

    Task Record(string id)
    {
        Interlocked.Increment(ref tries);
        if (ShouldFail(id))
        {
            throw new HttpRequestException("not now");
        }

        taken.Enqueue(id);
        return Task.CompletedTask;
    }

    bool ShouldFail(string id)
    {
        lock (failing)
        {
            if (failures == 0 || (FailedMessage ??= id) != id)
            {
                return false;
            }

            failures--;
            return true;
        }
    }
}
