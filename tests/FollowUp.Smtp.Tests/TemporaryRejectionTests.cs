using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Smtp.Tests.Given;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using SmtpServer.Protocol;

namespace FollowUp.Smtp.Tests;

/// <summary>
/// A reply that does not speak of the recipient's address is recorded with the message, which is sent again later. One host gets every
/// reply, each for another client.
/// </summary>
public sealed class TemporaryRejectionTests(TemporaryRejectionTests.RejectedMails rejected) : IClassFixture<TemporaryRejectionTests.RejectedMails>
{
    const string Spam = "spam";

    [Theory]
    [InlineData(450, "Mailbox busy", "smtp-450")]
    [InlineData(451, "4.7.1 Greylisted, try again later", "smtp-451-4.7.1")]
    [InlineData(550, "5.7.1 Relaying denied", "smtp-550-5.7.1")]
    [InlineData(550, "5.1.8 Bad sender's system address", "smtp-550-5.1.8")]
    [InlineData(552, "5.2.2 Mailbox full", "smtp-552-5.2.2")]
    [InlineData(554, "Transaction failed", "smtp-554")]
    public async Task A_reply_to_the_recipient_is_recorded_and_the_mail_stays_due(int code, string text, string note) =>
        await rejected.AssertStaysDue($"{code} {text}", note);

    [Fact]
    public async Task A_reply_to_the_message_says_nothing_about_the_address() => await rejected.AssertStaysDue(Spam, "smtp-550");

    [Fact]
    public async Task The_log_names_no_address()
    {
        await rejected.AssertStaysDue(Spam, "smtp-550");
        Assert.DoesNotContain("atelier", rejected.ErrorOutput, StringComparison.Ordinal);
    }

    /// <summary>A department whose mail server rejects the mails of each client with another reply.</summary>
    public sealed class RejectedMails : IAsyncLifetime
    {
        static readonly string[] Replies =
        [
            "450 Mailbox busy", "451 4.7.1 Greylisted, try again later", "550 5.7.1 Relaying denied", "550 5.1.8 Bad sender's system address",
            "552 5.2.2 Mailbox full", "554 Transaction failed", Spam,
        ];

        DepartmentFolder? department;

        internal string ErrorOutput { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            using var server = new FakeSmtpServer
            {
                OnRecipient = to => GetReply(to) is var reply && reply == Spam ? null : new((SmtpReplyCode)int.Parse(reply[..3], null), reply[4..]),
                OnMessage = (_, _) => Task.FromResult(new SmtpResponse((SmtpReplyCode)550, "Looks like spam")),
            };
            var clients = Replies.Select((_, index) => new SampleClient(GetProject(index), $"client{index}@atelier.example")).ToArray();
            department = await DepartmentFolder.CreateUntilNow("Camille Besnard", [.. clients.Select(client => (client, CallOutcome.Serious))]);
            using var host = HostProcess.Start(department, server.Port);
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () =>
                {
                    var firsts = await Task.WhenAll(clients.Select(async client => (await DepartmentFolder.GetMails(store, client.Project))[0]));
                    return Array.TrueForAll(firsts, mail => mail.Note is not null);
                },
                () => $"Not every mail was rejected.\n{host.ErrorOutput}"));
            host.Kill();
            ErrorOutput = host.ErrorOutput;
        }

        public ValueTask DisposeAsync()
        {
            department?.Dispose();
            return ValueTask.CompletedTask;
        }

        internal async Task AssertStaysDue(string reply, string note)
        {
            var project = GetProject(Array.IndexOf(Replies, reply));
            var mail = (await department!.GetMails(project))[0];
            Assert.Equal((MessageState.Pending, note), (mail.State, mail.Note));
            Assert.True(mail.DueAt > mail.Message.NotBefore);
            Assert.True((await department.GetProject(project)).Contact.MayMail);
        }

        static string GetProject(int index) => $"P-{index + 1}";

        static string GetReply(string to) => Replies[to["client".Length] - '0'];
    }
}
