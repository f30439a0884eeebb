using System.Collections.Concurrent;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Smtp.Tests.Given;
using FollowUp.Storage.Sqlite;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using SmtpServer.Protocol;

namespace FollowUp.Smtp.Tests;

/// <summary>The host is killed (SIGKILL) while mails leave: each arrives at least once, and a repeat has the same Message-ID.</summary>
public sealed class CrashRecoveryTests
{
    static readonly SampleClient[] Clients = [.. Enumerable.Range(1, 60).Select(i => new SampleClient($"P-{i}", $"client-{i}@atelier.example"))];

    [Fact]
    public async Task No_mail_is_lost_when_the_host_is_killed_between_sending_and_acknowledgement()
    {
        using var server = new FakeSmtpServer();
        using var department = await DepartmentFolder.Create("Camille Besnard", [.. Clients.Select(client => (client, CallOutcome.NoAnswer))]);
        var expected = new List<string>();
        await department.WithStore(async (store, _) => expected.AddRange((await GetMails(store)).Select(GetMessageId)));
        Assert.True(expected.Count >= Clients.Length);
        var acknowledged = new ConcurrentBag<string>();
        for (var kill = 1; kill <= 4; kill++)
        {
            // The server has the message, and its sender is killed before the acknowledgement.
            var unacknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var last = server.ReceivedMails.Count + 10;
            server.OnMessage = async (mail, ending) =>
            {
                if (server.ReceivedMails.Count < last)
                {
                    acknowledged.Add(MessageIds.WithoutProof(mail.Message.MessageId!));
                    return SmtpResponse.Ok;
                }

                unacknowledged.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending);
                return SmtpResponse.Ok;
            };
            using var host = HostProcess.Start(department, server.Port);
            await unacknowledged.Task.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, TestContext.Current.CancellationToken);

            // An acknowledged mail that is not yet stored as sent would leave again too.
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () => (await GetMails(store)).Where(entry => acknowledged.Contains(GetMessageId(entry))).All(entry => entry.State == MessageState.Sent),
                () => $"A mail that was acknowledged is not stored as sent.\n{host.ErrorOutput}"));
            host.Kill();
        }

        server.OnMessage = (_, _) => Task.FromResult(SmtpResponse.Ok);
        using (var host = HostProcess.Start(department, server.Port))
        {
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () => (await GetMails(store)).All(entry => entry.State == MessageState.Sent),
                () => $"{GetArrivedIds(server).Count} of {expected.Count} came.\n{host.ErrorOutput}"));
        }

        var ids = server.ReceivedMails.GroupBy(mail => MessageIds.WithoutProof(mail.Message.MessageId!)).ToList();
        Assert.Equal(expected.Order(), ids.Select(id => id.Key).Order());
        Assert.All(ids, id => Assert.Single(id.Select(mail => mail.To[0]).Distinct()));
        Assert.All(ids, id => Assert.Single(id.Select(mail => mail.Message.Subject).Distinct()));
        Assert.Equal(4, server.ReceivedMails.Count - ids.Count);
    }

    static async Task<List<OutboxEntry>> GetMails(SqliteStore store)
    {
        var mails = new List<OutboxEntry>();
        foreach (var client in Clients) mails.AddRange(await DepartmentFolder.GetMails(store, client.Project));
        return mails;
    }

    static string GetMessageId(OutboxEntry mail) => $"{mail.Message.Id}@department.example";

    static HashSet<string> GetArrivedIds(FakeSmtpServer server) => [.. server.ReceivedMails.Select(mail => MessageIds.WithoutProof(mail.Message.MessageId!))];
}
