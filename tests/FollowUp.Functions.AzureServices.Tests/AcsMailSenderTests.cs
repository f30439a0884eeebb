using System.Collections.Immutable;
using Azure;
using Azure.Communication.Email;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tables;
using NodaTime;

namespace FollowUp.Functions.AzureServices.Tests;

public sealed class AcsMailSenderTests : IAsyncLifetime
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    readonly AutoAdvancingTimeProvider time = new(Timeout);
    TablesStore store = null!;
    FakeAcs acs = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Instant Now => time.Now;

    public async ValueTask InitializeAsync()
    {
        store = await EmulatedTables.Open();
        acs = await FakeAcs.Open(time);
    }

    public ValueTask DisposeAsync() => acs.DisposeAsync();

    [Fact]
    public async Task Operation_id_of_a_mail_follows_from_its_message_id()
    {
        await CreateSender().Send(Mail("P-1.3.RelaunchFirst"), Now, Cancellation);
        var (operation, body) = Assert.Single(acs.Accepted);
        Assert.Equal(StableHash.ComputeGuid("P-1.3.RelaunchFirst").ToString(), operation);
        Assert.Contains("List-Unsubscribe", body, StringComparison.Ordinal);
        Assert.Contains("rendez-vous.ics", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_After_blocks_the_quota_for_its_time_and_costs_one_request()
    {
        acs.Next(FakeAcs.Trouble.Busy);
        var sender = CreateSender();
        var busy = await Assert.ThrowsAsync<ThrottledException>(() => sender.Send(Mail("P-1.3.Warning"), Now, Cancellation));
        Assert.Equal(Now + Duration.FromSeconds(7), busy.Until);

        await Assert.ThrowsAsync<ThrottledException>(() => sender.Send(Mail("P-2.3.CallAgreed"), Now, Cancellation));
        Assert.Single(acs.Requests);
        Assert.Empty(acs.Accepted);
    }

    [Fact]
    public async Task Failed_request_is_retried_under_the_same_id()
    {
        acs.Next(FakeAcs.Trouble.Broken, FakeAcs.Trouble.Broken);
        await CreateSender().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        Assert.Equal(3, acs.Requests.Count);
        Assert.Single(acs.Accepted);
    }

    [Fact]
    public async Task Repeat_of_an_accepted_mail_gets_400_and_counts_as_sent()
    {
        acs.Next(FakeAcs.Trouble.AcceptedThenSilent);
        await CreateSender().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        Assert.Equal(2, acs.Requests.Count);
        Assert.Single(acs.Accepted);
    }

    [Fact]
    public async Task Mail_accepted_before_a_crash_is_not_sent_again()
    {
        await CreateSender().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        await CreateSender().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        Assert.Single(acs.Accepted);
    }

    [Fact]
    public async Task Each_message_is_accepted_once_within_the_quota_through_all_failures()
    {
        acs.Next([.. Enumerable.Range(0, 40).Select(i => (FakeAcs.Trouble)(i % 5 == 1 ? 2 : i % 7 == 3 ? 3 : i % 13 == 0 ? 1 : 0))]);
        var waiting = new Queue<OutgoingMail>(Enumerable.Range(0, 30).Select(i => Mail($"P-{i}.3.CallAgreed")));
        var sender = CreateSender(perMinute: 12);
        while (waiting.TryDequeue(out var mail))
        {
            try
            {
                await sender.Send(mail, Now, Cancellation);
            }
            catch (ThrottledException busy)
            {
                waiting.Enqueue(mail);
                time.AdvanceTo(busy.Until);
            }
        }

        Assert.Equal(30, acs.Accepted.Count);
        var tries = acs.Requests.Select(request => request.At).ToList();
        Assert.InRange(tries.Count, 31, 60);
        Assert.All(tries, at => Assert.InRange(tries.Count(other => other >= at && other < at + Duration.FromMinutes(1)), 1, 12));
    }

    IMailSender CreateSender(int perMinute = 30) => MailRegistration.CreateSender(
        new EmailClient(acs.Address, new AzureKeyCredential("a2V5"), MailRegistration.CreateClientOptions()),
        new AcsOptions { From = "suivi@department.example", PerMinute = perMinute, Timeout = Timeout },
        store.MailQuota,
        time);

    static OutgoingMail Mail(string messageId) => new(
        messageId, "P-1", "jeanne@client.example", "Jeanne Martin", "Suivi Projet", "suivi@department.example", "Votre projet", "Bonjour",
        "<p>Bonjour</p>", ImmutableDictionary<string, string>.Empty.Add("List-Unsubscribe", "<https://department.example/l/x>"), [], "BEGIN:VCALENDAR")
    {
        Kind = Enum.Parse<MessageKind>(messageId.Split('.')[2]),
    };
}
