using System.Collections.Concurrent;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Smtp.Tests.Given;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using FollowUp.Storage.Sqlite;
using SmtpServer.Protocol;

namespace FollowUp.Smtp.Tests;

/// <summary>kill -9 while mails leave: each arrives at least once, and a repeat is recognisable by its Message-ID.</summary>
public sealed class CrashRecoveryTests
{
    static readonly SampleClient[] Clients = [.. Enumerable.Range(1, 60).Select(i => new SampleClient($"P-{i}", $"client-{i}@atelier.example"))];

    [Fact]
    public async Task No_mail_is_lost_however_often_the_host_is_killed_on_the_way()
    {
        using var server = new FakeSmtpServer();
        using var department = await CreateDepartment();
        var owed = new List<string>();
        await department.WithStore(async (store, _) => owed.AddRange((await Mails(store)).Select(IdOf)));
        Assert.True(owed.Count >= Clients.Length);
        var acknowledged = new ConcurrentBag<string>();
        for (var kill = 1; kill <= 4; kill++)
        {
            // The message is taken down, and its sender dies before it hears so.
            var fatal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var last = server.ReceivedMails.Count + 10;
            server.OnMessage = async (arrival, ending) =>
            {
                if (server.ReceivedMails.Count < last)
                {
                    acknowledged.Add(arrival.Message.MessageId!);
                    return SmtpResponse.Ok;
                }

                fatal.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending);
                return SmtpResponse.Ok;
            };
            using var host = HostProcess.Start(department, server.Port);
            await fatal.Task.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, TestContext.Current.CancellationToken);

            // What the server has acknowledged is written down, or it would leave again too.
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () => (await Mails(store)).Where(mail => acknowledged.Contains(IdOf(mail))).All(mail => mail.State == MessageState.Sent),
                () => $"A mail that was acknowledged is not written down as sent.\n{host.ErrorOutput}"));
            host.Kill();
        }

        server.OnMessage = (_, _) => Task.FromResult(SmtpResponse.Ok);
        using (var host = HostProcess.Start(department, server.Port))
        {
            await department.WithStore((store, _) => Eventually.IsTrue(
                async () => (await Mails(store)).All(mail => mail.State == MessageState.Sent),
                () => $"{GetArrivedIds(server).Count} of {owed.Count} came.\n{host.ErrorOutput}"));
        }

        var ids = server.ReceivedMails.GroupBy(arrival => arrival.Message.MessageId).ToList();
        Assert.Equal(owed.Order(), ids.Select(id => id.Key).Order());
        Assert.All(ids, id => Assert.Single(id.Select(arrival => arrival.To[0]).Distinct()));
        Assert.All(ids, id => Assert.Single(id.Select(arrival => arrival.Message.Subject).Distinct()));
        Assert.Equal(4, server.ReceivedMails.Count - ids.Count);
    }

    static async Task<List<OutboxEntry>> Mails(SqliteStore store)
    {
        var mails = new List<OutboxEntry>();
        foreach (var client in Clients) mails.AddRange(await DepartmentFolder.GetMails(store, client.Project));
        return mails;
    }

    static string IdOf(OutboxEntry mail) => $"{mail.Message.Id}@department.example";

    static HashSet<string> GetArrivedIds(FakeSmtpServer server) => [.. server.ReceivedMails.Select(arrival => arrival.Message.MessageId!)];

    static async Task<DepartmentFolder> CreateDepartment()
    {
        var department = new DepartmentFolder();
        await department.AddStaff();
        await department.WithStore(async (store, desk) =>
        {
            foreach (var client in Clients)
            {
                await DepartmentFolder.SubmitProject(desk, client);
                await DepartmentFolder.RecordCallOutcome(desk, client, CallOutcome.NoAnswer);
            }
        });
        return department;
    }
}
