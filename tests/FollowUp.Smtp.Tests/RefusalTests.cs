using System.Diagnostics;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Smtp.Tests.Given;
using SmtpServer.Protocol;

namespace FollowUp.Smtp.Tests;

/// <summary>A server's no to an address stops mails to it; any other no is tried again.</summary>
public sealed class RefusalTests
{
    static readonly Client Client = new("P-1", "jeanne@atelier.example");
    static readonly Client SameAddress = new("P-2", "Jeanne@Atelier.example");
    static readonly Client Other = new("P-3", "paul@atelier.example");

    [Fact]
    public async Task A_hard_bounce_stops_mails_to_that_address_and_turns_relaunches_into_calls()
    {
        using var server = new MailServer { OnRecipient = to => IsJeanne(to) ? new((SmtpReplyCode)550, "5.1.1 No such user here") : null };
        using var department = await Given(Client, SameAddress, Other);
        using (var host = Host.Serve(department, server.Port))
        {
            await Soon.IsSo(() => server.Arrivals.Any(a => a.Message.MessageId!.Contains("Relaunch", StringComparison.Ordinal)), () => $"No relaunch came.\n{host.Said}");
            await department.With((store, _) => Soon.IsSo(
                async () => (await Department.Mails(store, Client.Project)).Concat(await Department.Mails(store, SameAddress.Project))
                    .All(mail => mail.State == MessageState.Dropped),
                () => $"A mail to the refused address is still to be sent.\n{host.Said}"));
        }

        Assert.All(server.Arrivals, arrival => Assert.Equal("paul@atelier.example", arrival.To[0]));
        foreach (var client in new[] { Client, SameAddress })
        {
            var project = await department.Project(client.Project);
            Assert.Equal((false, true, ActionKind.Call), (project.Contact.MayMail, project.IsOpen, project.Next!.Kind));
            var mails = await department.Mails(client.Project);
            Assert.All(mails, mail => Assert.Equal(MessageState.Dropped, mail.State));
            Assert.All(mails, mail => Assert.True(mail.Note is "address-refused" or "mail-not-wanted", mail.Note));
        }

        Assert.True((await department.Project("P-3")).Contact.MayMail);
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
        using var server = new MailServer { OnRecipient = _ => new((SmtpReplyCode)code, text) };
        using var department = await Given(Client);
        await Tried(server, department, noted);
    }

    [Fact]
    public async Task A_no_to_the_message_says_nothing_of_the_address()
    {
        using var server = new MailServer { OnMessage = (_, _) => Task.FromResult(new SmtpResponse((SmtpReplyCode)550, "Looks like spam")) };
        using var department = await Given(Client);
        await Tried(server, department, "smtp-550");
    }

    [Fact]
    public async Task A_server_that_falls_silent_holds_up_no_other_mail()
    {
        using var server = new MailServer { OnMessage = (_, ending) => Silence(ending) };
        using var department = await Given(Client);
        await Tried(server, department, nameof(TimeoutException), ("Smtp__Timeout", "00:00:01"), ("Smtp__AnswerTimeout", "00:00:01"));
    }

    [Fact]
    public async Task A_server_that_takes_its_time_to_say_that_it_has_a_mail_is_not_sent_it_again()
    {
        string? slow = null;
        var othersCame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new MailServer
        {
            OnMessage = async (arrival, ending) =>
            {
                slow ??= arrival.Message.MessageId;
                if (arrival.Message.MessageId == slow) await othersCame.Task.WaitAsync(ending);
                return SmtpResponse.Ok;
            },
        };
        Client[] clients = [.. Enumerable.Range(1, 3).Select(i => new Client($"P-{i}", $"client{i}@atelier.example"))];
        using var department = await Given(clients);
        using (var host = Host.Serve(department, server.Port, ("Smtp__Timeout", "00:00:05")))
        {
            int Came(Client client) => server.Arrivals.Count(a => a.Message.MessageId!.Contains(client.Project, StringComparison.Ordinal));
            await Soon.IsSo(() => clients.Count(c => Came(c) > 1) == clients.Length - 1, () => $"Not all other mails came.\n{host.Said}");
            othersCame.SetResult();
            await Soon.IsSo(() => clients.All(c => Came(c) > 1), () => $"Not all mails came.\n{host.Said}");
            Assert.DoesNotContain("was not taken", host.Said, StringComparison.Ordinal);
        }

        Assert.Single(server.Arrivals, arrival => arrival.Message.MessageId == slow);
        var project = clients.Single(c => slow!.Contains(c.Project, StringComparison.Ordinal)).Project;
        Assert.Contains(await department.Mails(project), mail => mail.State == MessageState.Sent && slow!.StartsWith(mail.Message.Id, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_that_is_away_keeps_one_mail_waiting_at_a_time_and_none_of_the_projects()
    {
        using var server = new MailServer { OnMessage = (_, ending) => Silence(ending) };
        Client[] clients = [.. Enumerable.Range(1, 8).Select(i => new Client($"P-{i}", $"client{i}@atelier.example"))];
        using var department = await Given(clients);
        var watch = Stopwatch.StartNew();
        using (var host = Host.Serve(department, server.Port, ("Smtp__Timeout", "00:00:02"), ("Smtp__AnswerTimeout", "00:00:02")))
        {
            await department.With((store, _) => Soon.IsSo(
                async () =>
                {
                    var firsts = await Task.WhenAll(clients.Select(async client => (await Department.Mails(store, client.Project))[0]));
                    Assert.All(firsts, mail => Assert.True(mail.IsPending));
                    return firsts.Count(mail => mail.Note == nameof(TimeoutException)) >= 2
                        && firsts.Count(mail => mail is { Note: "courier-busy", Attempts: 0 }) >= 4;
                },
                () => $"Not two mails were tried while four wait.\n{host.Said}"));
        }

        // One mail at a time, each of which the server keeps waiting for two seconds.
        Assert.InRange(server.Arrivals.Count, 2, 1 + (int)(watch.Elapsed / TimeSpan.FromSeconds(2)));
    }

    static async Task Tried(MailServer server, Department department, string noted, params (string, string)[] settings)
    {
        using (var host = Host.Serve(department, server.Port, settings))
        {
            await Soon.IsSo(() => host.Said.Contains("was not taken", StringComparison.Ordinal), () => $"Nothing was refused.\n{host.Said}");
            Assert.DoesNotContain("atelier", host.Said, StringComparison.Ordinal);
        }

        var message = (await department.Mails("P-1"))[0];
        Assert.Equal((MessageState.Pending, noted), (message.State, message.Note));
        Assert.True(message.DueAt > message.Message.NotBefore);
        Assert.True((await department.Project("P-1")).Contact.MayMail);
    }

    static async Task<SmtpResponse> Silence(CancellationToken ending)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending);
        return SmtpResponse.Ok;
    }

    static bool IsJeanne(string to) => to.StartsWith("jeanne", StringComparison.OrdinalIgnoreCase);

    static async Task<Department> Given(params Client[] clients)
    {
        var department = new Department();
        await department.Hires();
        await department.With(async (store, desk) =>
        {
            foreach (var client in clients)
            {
                await Department.Posted(desk, client);
                await Department.Called(desk, client, CallOutcome.Serious);
                await department.ComesToNow(store, desk, client);
            }
        });
        return department;
    }
}
