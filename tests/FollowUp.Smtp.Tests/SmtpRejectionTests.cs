using System.Diagnostics;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Smtp.Tests.Given;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using SmtpServer.Protocol;

namespace FollowUp.Smtp.Tests;

/// <summary>A server's no to an address stops mails to it; any other no is tried again.</summary>
public sealed class SmtpRejectionTests
{
    static readonly SampleClient Client = new("P-1", "jeanne@atelier.example");
    static readonly SampleClient SameAddress = new("P-2", "Jeanne@Atelier.example");
    static readonly SampleClient Other = new("P-3", "paul@atelier.example");

    [Fact]
    public async Task A_hard_bounce_stops_mails_to_that_address_and_turns_relaunches_into_calls()
    {
        using var server = new FakeSmtpServer { OnRecipient = to => IsJeanne(to) ? new((SmtpReplyCode)550, "5.1.1 No such user here") : null };
        using var department = await CreateDepartment(Client, SameAddress, Other);
        using (var host = HostProcess.Start(department, server.Port))
        {
            await Eventually.IsTrue(() => server.ReceivedMails.Any(a => a.Message.MessageId!.Contains("Relaunch", StringComparison.Ordinal)), () => $"No relaunch came.\n{host.ErrorOutput}");
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () => (await DepartmentFolder.GetMails(store, Client.Project)).Concat(await DepartmentFolder.GetMails(store, SameAddress.Project))
                    .All(mail => mail.State == MessageState.Dropped),
                () => $"A mail to the refused address is still to be sent.\n{host.ErrorOutput}"));
        }

        Assert.All(server.ReceivedMails, arrival => Assert.Equal("paul@atelier.example", arrival.To[0]));
        foreach (var client in new[] { Client, SameAddress })
        {
            var project = await department.GetProject(client.Project);
            Assert.Equal((false, true, ActionKind.Call), (project.Contact.MayMail, project.IsOpen, project.Next!.Kind));
            var mails = await department.GetMails(client.Project);
            Assert.All(mails, mail => Assert.Equal(MessageState.Dropped, mail.State));
            Assert.All(mails, mail => Assert.True(mail.Note is "address-refused" or "mail-not-wanted", mail.Note));
        }

        Assert.True((await department.GetProject("P-3")).Contact.MayMail);
    }

    [Theory]
    [InlineData(450, "Mailbox busy", "smtp-450")]
    [InlineData(451, "4.7.1 Greylisted, try again later", "smtp-451-4.7.1")]
    [InlineData(550, "5.7.1 Relaying denied", "smtp-550-5.7.1")]
    [InlineData(550, "5.1.8 Bad sender's system address", "smtp-550-5.1.8")]
    [InlineData(552, "5.2.2 Mailbox full", "smtp-552-5.2.2")]
    [InlineData(554, "Transaction failed", "smtp-554")]
    public async Task Any_other_no_is_noted_and_tried_again(int code, string text, string noted)
    {
        using var server = new FakeSmtpServer { OnRecipient = _ => new((SmtpReplyCode)code, text) };
        using var department = await CreateDepartment(Client);
        await AssertTriedAgain(server, department, noted);
    }

    [Fact]
    public async Task A_no_to_the_message_says_nothing_of_the_address()
    {
        using var server = new FakeSmtpServer { OnMessage = (_, _) => Task.FromResult(new SmtpResponse((SmtpReplyCode)550, "Looks like spam")) };
        using var department = await CreateDepartment(Client);
        await AssertTriedAgain(server, department, "smtp-550");
    }

    [Fact]
    public async Task A_server_that_falls_silent_holds_up_no_other_mail()
    {
        using var server = new FakeSmtpServer { OnMessage = (_, ending) => NeverAnswer(ending) };
        using var department = await CreateDepartment(Client);
        await AssertTriedAgain(server, department, nameof(TimeoutException), ("Smtp__Timeout", "00:00:01"), ("Smtp__AnswerTimeout", "00:00:01"));
    }

    [Fact]
    public async Task A_server_that_takes_its_time_to_say_that_it_has_a_mail_is_not_sent_it_again()
    {
        string? slow = null;
        var othersCame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new FakeSmtpServer
        {
            OnMessage = async (arrival, ending) =>
            {
                slow ??= arrival.Message.MessageId;
                if (arrival.Message.MessageId == slow) await othersCame.Task.WaitAsync(ending);
                return SmtpResponse.Ok;
            },
        };
        SampleClient[] clients = [.. Enumerable.Range(1, 3).Select(i => new SampleClient($"P-{i}", $"client{i}@atelier.example"))];
        using var department = await CreateDepartment(clients);
        using (var host = HostProcess.Start(department, server.Port, ("Smtp__Timeout", "00:00:05")))
        {
            int Came(SampleClient client) => server.ReceivedMails.Count(a => a.Message.MessageId!.Contains(client.Project, StringComparison.Ordinal));
            await Eventually.IsTrue(() => clients.Count(c => Came(c) > 1) == clients.Length - 1, () => $"Not all other mails came.\n{host.ErrorOutput}");
            othersCame.SetResult();
            await Eventually.IsTrue(() => clients.All(c => Came(c) > 1), () => $"Not all mails came.\n{host.ErrorOutput}");
            Assert.DoesNotContain("was not taken", host.ErrorOutput, StringComparison.Ordinal);
        }

        Assert.Single(server.ReceivedMails, arrival => arrival.Message.MessageId == slow);
        var project = clients.Single(c => slow!.Contains(c.Project, StringComparison.Ordinal)).Project;
        Assert.Contains(await department.GetMails(project), mail => mail.State == MessageState.Sent && slow!.StartsWith(mail.Message.Id, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_that_is_away_keeps_one_mail_waiting_at_a_time_and_none_of_the_projects()
    {
        using var server = new FakeSmtpServer { OnMessage = (_, ending) => NeverAnswer(ending) };
        SampleClient[] clients = [.. Enumerable.Range(1, 8).Select(i => new SampleClient($"P-{i}", $"client{i}@atelier.example"))];
        using var department = await CreateDepartment(clients);
        var watch = Stopwatch.StartNew();
        using (var host = HostProcess.Start(department, server.Port, ("Smtp__Timeout", "00:00:02"), ("Smtp__AnswerTimeout", "00:00:02")))
        {
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () =>
                {
                    var firsts = await Task.WhenAll(clients.Select(async client => (await DepartmentFolder.GetMails(store, client.Project))[0]));
                    Assert.All(firsts, mail => Assert.True(mail.IsPending));
                    return firsts.Count(mail => mail.Note == nameof(TimeoutException)) >= 2
                        && firsts.Count(mail => mail is { Note: "courier-busy", Attempts: 0 }) >= 4;
                },
                () => $"Not two mails were tried while four wait.\n{host.ErrorOutput}"));
        }

        // One mail at a time, each of which the server keeps waiting for two seconds.
        Assert.InRange(server.ReceivedMails.Count, 2, 1 + (int)(watch.Elapsed / TimeSpan.FromSeconds(2)));
    }

    static async Task AssertTriedAgain(FakeSmtpServer server, DepartmentFolder department, string noted, params (string, string)[] settings)
    {
        using (var host = HostProcess.Start(department, server.Port, settings))
        {
            await Eventually.IsTrue(() => host.ErrorOutput.Contains("was not taken", StringComparison.Ordinal), () => $"Nothing was refused.\n{host.ErrorOutput}");
            Assert.DoesNotContain("atelier", host.ErrorOutput, StringComparison.Ordinal);
        }

        var message = (await department.GetMails("P-1"))[0];
        Assert.Equal((MessageState.Pending, noted), (message.State, message.Note));
        Assert.True(message.DueAt > message.Message.NotBefore);
        Assert.True((await department.GetProject("P-1")).Contact.MayMail);
    }

    static async Task<SmtpResponse> NeverAnswer(CancellationToken ending)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending);
        return SmtpResponse.Ok;
    }

    static bool IsJeanne(string to) => to.StartsWith("jeanne", StringComparison.OrdinalIgnoreCase);

    static async Task<DepartmentFolder> CreateDepartment(params SampleClient[] clients)
    {
        var department = new DepartmentFolder();
        await department.AddStaff();
        await department.WithStore(async (store, desk) =>
        {
            foreach (var client in clients)
            {
                await DepartmentFolder.SubmitProject(desk, client);
                await DepartmentFolder.RecordCallOutcome(desk, client, CallOutcome.Serious);
                await department.AdvanceToNow(store, desk, client);
            }
        });
        return department;
    }
}
