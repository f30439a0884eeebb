using System.Collections.Immutable;
using Azure;
using Azure.Communication.Email;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Storage.Tables;

namespace FollowUp.Functions.AzureServices.Tests;

/// <summary>What the mail service refuses at the call itself: the address, or anything else.</summary>
public sealed class AcsRejectionTests : IAsyncLifetime
{
    const string Suppressed = "EmailDroppedAllRecipientsSuppressed";
    const string Malformed = "InvalidEmailAddress";

    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    readonly AutoAdvancingTimeProvider time = new(Timeout);
    TablesStore store = null!;
    FakeAcs acs = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await EmulatedTables.Open();
        acs = await FakeAcs.Open(time);
    }

    public ValueTask DisposeAsync() => acs.DisposeAsync();

    [Theory]
    [InlineData(Suppressed)]
    [InlineData(Malformed)]
    public async Task Rejected_recipient_is_a_hard_bounce_after_one_request(string code)
    {
        acs.Refuse(400, code);
        var refused = await Assert.ThrowsAsync<AddressRejectedException>(() => Send());
        Assert.Equal($"acs-400-{code}", refused.Code);
        Assert.Single(acs.Requests);
    }

    /// <summary>Not even a kind of it: <c>Throws</c> asks for the very type.</summary>
    [Theory]
    [InlineData(400, "InvalidSenderUserName")]
    [InlineData(400, "OperationIdAlreadyUsed")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "DomainNotLinked")]
    [InlineData(413, "PayloadTooLarge")]
    public async Task Other_rejection_is_neither_a_bounce_nor_a_success(int status, string code)
    {
        acs.Refuse(status, code);
        var refused = await Assert.ThrowsAsync<DeliveryRejectedException>(() => Send());
        Assert.Equal($"acs-{status}-{code}", refused.Code);
        Assert.Empty(acs.Accepted);
    }

    [Theory]
    [InlineData("suivi@department", "suivi@department.example")]
    [InlineData("suivi@department.example", "suivi+@department.example")]
    [InlineData("suivi@department.example", "suivi@département.example")]
    public async Task Malformed_address_of_the_sender_is_no_bounce(string from, string replyTo)
    {
        acs.Refuse(400, Malformed);
        await Assert.ThrowsAsync<DeliveryRejectedException>(() => Send(from, replyTo));
    }

    [Fact]
    public async Task Accepted_mail_that_failed_for_its_address_is_a_hard_bounce_when_repeated()
    {
        acs.FailOverNext(Suppressed);
        await Assert.ThrowsAsync<AddressRejectedException>(() => Send());
        Assert.Equal(2, acs.Requests.Count);
    }

    [Fact]
    public async Task Accepted_mail_that_failed_otherwise_is_not_retried_for_ever()
    {
        acs.FailOverNext("InternalServerError");
        await Send();
        Assert.Equal(2, acs.Requests.Count);
        Assert.Single(acs.Accepted);
    }

    Task Send(string from = "suivi@department.example", string replyTo = "suivi+mfognqimac2qwt4p@department.example") => MailRegistration.CreateSender(
        new EmailClient(acs.Address, new AzureKeyCredential("a2V5"), MailRegistration.CreateClientOptions()),
        new AcsOptions { From = from, Timeout = Timeout },
        store.MailQuota,
        time).Send(
            new OutgoingMail(
                "P-1.3.Warning", "P-1", "jeanne@client.example", "Jeanne Martin", "Suivi Projet", replyTo, "Votre projet", "Bonjour",
                "<p>Bonjour</p>", ImmutableDictionary<string, string>.Empty, []),
            time.Now,
            Cancellation);
}
