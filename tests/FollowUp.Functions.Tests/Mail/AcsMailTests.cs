using System.Collections.Immutable;
using Azure;
using Azure.Communication.Email;
using FollowUp.Application;
using FollowUp.Domain;
using FollowUp.Storage.Sqlite;
using NodaTime;

namespace FollowUp.Functions.Tests;

public sealed class AcsMailTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-acs-").FullName;
    SqliteStore store = null!;
    FakeAcs acs = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        acs = await FakeAcs.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await acs.DisposeAsync();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_mail_is_handed_over_under_an_id_made_from_its_message()
    {
        await Courier().Send(Mail("P-1.3.RelaunchFirst"), Now, Cancellation);
        var (operation, body) = Assert.Single(acs.Accepted);
        Assert.Equal(Fingerprint.Id("P-1.3.RelaunchFirst").ToString(), operation);
        Assert.Contains("List-Unsubscribe", body, StringComparison.Ordinal);
        Assert.Contains("rendez-vous.ics", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Busy_with_Retry_After_closes_the_budget_for_that_long_and_costs_one_request()
    {
        acs.Next(FakeAcs.Trouble.Busy);
        var courier = Courier();
        var before = Now;
        var busy = await Assert.ThrowsAsync<CourierBusyException>(() => courier.Send(Mail("P-1.3.Warning"), Now, Cancellation));
        Assert.InRange(busy.Until, before + Duration.FromSeconds(7), Now + Duration.FromSeconds(7));

        await Assert.ThrowsAsync<CourierBusyException>(() => courier.Send(Mail("P-2.3.CallAgreed"), Now, Cancellation));
        Assert.Single(acs.Requests);
        Assert.Empty(acs.Accepted);
    }

    [Fact]
    public async Task A_fault_of_the_service_is_tried_again_under_the_same_id()
    {
        acs.Next(FakeAcs.Trouble.Broken, FakeAcs.Trouble.Broken);
        await Courier().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        Assert.Equal(3, acs.Requests.Count);
        Assert.Single(acs.Accepted);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_recognised_by_the_400_that_its_repeat_gets()
    {
        acs.Next(FakeAcs.Trouble.AcceptedThenSilent);
        await Courier().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        Assert.Equal(2, acs.Requests.Count);
        Assert.Single(acs.Accepted);
    }

    [Fact]
    public async Task A_mail_accepted_by_a_worker_that_died_is_not_sent_again_by_the_next_one()
    {
        await Courier().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        await Courier().Send(Mail("P-1.3.Warning"), Now, Cancellation);
        Assert.Single(acs.Accepted);
    }

    [Fact]
    public async Task A_refusal_of_the_mail_itself_is_no_success()
    {
        acs.Next(FakeAcs.Trouble.Refused);
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Courier().Send(Mail("P-1.3.Warning"), Now, Cancellation));
        Assert.Equal(400, refused.Status);
        Assert.Empty(acs.Accepted);
    }

    [Fact]
    public async Task Through_every_trouble_each_message_is_accepted_once_and_the_budget_is_never_exceeded()
    {
        acs.Next([.. Enumerable.Range(0, 40).Select(i => (FakeAcs.Trouble)(i % 5 == 1 ? 2 : i % 7 == 3 ? 3 : 0))]);
        var waiting = new Queue<OutgoingMail>(Enumerable.Range(0, 30).Select(i => Mail($"P-{i}.3.CallAgreed")));
        var courier = Courier(perMinute: 12);
        while (waiting.TryDequeue(out var mail) && acs.Requests.Count < 12)
        {
            try
            {
                await courier.Send(mail, Now, Cancellation);
            }
            catch (CourierBusyException)
            {
                waiting.Enqueue(mail);
            }
        }

        Assert.True(acs.Requests.Count <= 12, "Every attempt spends of the budget.");
        Assert.Equal(acs.Accepted.Count, acs.Requests.Select(r => r.Operation).Distinct().Count(acs.Accepted.ContainsKey));
        Assert.True(acs.Accepted.Count >= 5);
    }

    IMailCourier Courier(int perMinute = 30) => MailServices.Courier(
        new EmailClient(acs.Address, new AzureKeyCredential("a2V5"), MailServices.Once()),
        new AcsOptions { From = "suivi@department.example", PerMinute = perMinute, Timeout = TimeSpan.FromSeconds(2) },
        new SettingsLedger(store.Settings),
        TimeProvider.System);

    static OutgoingMail Mail(string messageId) => new(
        messageId, "P-1", "jeanne@client.example", "Jeanne Martin", "Suivi Projet", "suivi@department.example", "Votre projet", "Bonjour",
        "<p>Bonjour</p>", ImmutableDictionary<string, string>.Empty.Add("List-Unsubscribe", "<https://department.example/l/x>"), [], "BEGIN:VCALENDAR")
    {
        Kind = Enum.Parse<MessageKind>(messageId.Split('.')[2]),
    };
}
