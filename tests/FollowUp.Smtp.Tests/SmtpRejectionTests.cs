using System.Diagnostics;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Smtp.Tests.Given;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using SmtpServer.Protocol;

namespace FollowUp.Smtp.Tests;

/// <summary>A permanent rejection of an address stops mails to it. A server that does not answer in time delays its own mails only.</summary>
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

        Assert.All(server.ReceivedMails, mail => Assert.Equal("paul@atelier.example", mail.To[0]));
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

    [Fact]
    public async Task A_mail_that_the_server_does_not_acknowledge_in_time_stays_due()
    {
        using var server = new FakeSmtpServer { OnMessage = (_, ending) => NeverAnswer(ending) };
        using var department = await CreateDepartment(Client);
        using (var host = HostProcess.Start(department, server.Port, ("Smtp__Timeout", "00:00:01"), ("Smtp__AnswerTimeout", "00:00:01")))
        {
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () => (await DepartmentFolder.GetMails(store, Client.Project))[0].Note is not null,
                () => $"No mail timed out.\n{host.ErrorOutput}"));
            Assert.DoesNotContain("atelier", host.ErrorOutput, StringComparison.Ordinal);
        }

        var mail = (await department.GetMails(Client.Project))[0];
        Assert.Equal((MessageState.Pending, nameof(TimeoutException)), (mail.State, mail.Note));
        Assert.True(mail.DueAt > mail.Message.NotBefore);
        Assert.True((await department.GetProject(Client.Project)).Contact.MayMail);
    }

    [Fact]
    public async Task A_slow_acknowledgement_does_not_send_the_mail_twice()
    {
        string? slow = null;
        var othersReceived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new FakeSmtpServer
        {
            OnMessage = async (mail, ending) =>
            {
                slow ??= mail.Message.MessageId;
                if (mail.Message.MessageId == slow) await othersReceived.Task.WaitAsync(ending);
                return SmtpResponse.Ok;
            },
        };
        SampleClient[] clients = [.. Enumerable.Range(1, 3).Select(i => new SampleClient($"P-{i}", $"client{i}@atelier.example"))];
        using var department = await CreateDepartment(clients);
        using (var host = HostProcess.Start(department, server.Port, ("Smtp__Timeout", "00:00:05")))
        {
            int CountReceived(SampleClient client) => server.ReceivedMails.Count(a => a.Message.MessageId!.Contains(client.Project, StringComparison.Ordinal));
            await Eventually.IsTrue(() => clients.Count(c => CountReceived(c) > 1) == clients.Length - 1, () => $"Not all other mails came.\n{host.ErrorOutput}");
            othersReceived.SetResult();
            await Eventually.IsTrue(() => clients.All(c => CountReceived(c) > 1), () => $"Not all mails came.\n{host.ErrorOutput}");
            Assert.DoesNotContain("was not taken", host.ErrorOutput, StringComparison.Ordinal);
        }

        Assert.Single(server.ReceivedMails, mail => mail.Message.MessageId == slow);
        var project = clients.Single(c => slow!.Contains(c.Project, StringComparison.Ordinal)).Project;
        Assert.Contains(await department.GetMails(project), mail => mail.State == MessageState.Sent && slow!.StartsWith(mail.Message.Id, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_unavailable_server_delays_one_mail_at_a_time_and_no_project()
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

                    // A mail that was tried is throttled too when it comes due in the pause after another's failure.
                    return firsts.Count(mail => mail.Attempts > 0) >= 2
                        && firsts.Count(mail => mail is { Note: "courier-busy", Attempts: 0 }) >= 4;
                },
                () => $"Not two mails were tried while four wait.\n{host.ErrorOutput}"));
        }

        // One mail at a time, each of which times out after two seconds. On a busy machine a connection may time out before its mail is received.
        Assert.InRange(server.ReceivedMails.Count, 1, 1 + (int)(watch.Elapsed / TimeSpan.FromSeconds(2)));
    }

    static async Task<SmtpResponse> NeverAnswer(CancellationToken ending)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending);
        return SmtpResponse.Ok;
    }

    static bool IsJeanne(string to) => to.StartsWith("jeanne", StringComparison.OrdinalIgnoreCase);

    static Task<DepartmentFolder> CreateDepartment(params SampleClient[] clients) =>
        DepartmentFolder.CreateUntilNow("Camille Besnard", [.. clients.Select(client => (client, CallOutcome.Serious))]);
}
