using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Failures of the mail sender. A timeout in a client library throws the same exception as a shutdown, and counts as a failure.</summary>
public sealed class SenderFailureTests
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_stays_pending_after_a_timeout_and_later_ones_are_sent()
    {
        var sender = new FailingMailSender { FailsAll = true, Failure = () => new TaskCanceledException() };
        await using var app = await TestApp.Start(mail: sender);
        await app.SubmitProject("P-1");
        var delivery = app.Services.GetRequiredService<OutboxDelivery>();

        await Assert.ThrowsAsync<TaskCanceledException>(() => delivery.DeliverDue("P-1", Ending));

        var message = (await app.Store.LoadMessages("P-1", pendingOnly: true, Ending))[0];
        Assert.Equal((MessageState.Pending, 1, nameof(TaskCanceledException)), (message.State, message.Attempts, message.Note));
        Assert.Equal(app.Now + RetryDelay.ForAttempt(1), message.DueAt);
    }

    [Fact]
    public async Task Retry_after_zero_does_not_retry_at_once()
    {
        var sender = new FailingMailSender { FailsAll = true, Failure = () => new ThrottledException(Instant.MinValue) };
        await using var app = await TestApp.Start(mail: sender);
        await app.SubmitProject("P-1");

        await app.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", Ending);

        var message = (await app.Store.LoadMessages("P-1", pendingOnly: true, Ending))[0];
        Assert.Equal((0, "courier-busy"), (message.Attempts, message.Note));
        Assert.True(message.DueAt > app.Now);
    }

    [Fact]
    public async Task Failed_department_mail_is_postponed_and_the_next_one_sent()
    {
        var sender = new FailingMailSender { Failure = () => new TaskCanceledException() };
        await using var app = await TestApp.Start(mail: sender);
        await app.RunDueJobs();
        await app.SubmitProject();
        await app.RunDueJobsAt("2026-11-24 07:30 +01");

        var pending = Assert.Single(await app.PendingDepartmentMails());
        Assert.Equal((nameof(TaskCanceledException), app.Now + RetryDelay.ForAttempt(1)), (pending.Note, pending.DueAt));
    }

    [Fact]
    public async Task Sent_mail_is_recorded_when_the_host_stops()
    {
        using var stop = new CancellationTokenSource();
        var sender = new FailingMailSender { Fails = false };
        await using var app = await TestApp.Start(mail: sender);
        sender.Inner = new CancellingSender(stop);
        await app.RunDueJobs();
        await app.SubmitProject("P-1");
        await Record.ExceptionAsync(() => app.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", stop.Token));
        Assert.Equal(MessageState.Sent, (await app.Store.LoadMessages("P-1", pendingOnly: false, Ending))[0].State);

        await app.Services.GetRequiredService<DepartmentOutbox>().Enqueue(
            new DepartmentMail("weekly-report.x.2026-11-16", DepartmentMailKind.WeeklyReport, TestApp.Nadia.Id, new(2026, 11, 16), app.Now, app.Now), Ending);
        using var again = new CancellationTokenSource();
        sender.Inner = new CancellingSender(again);
        await Record.ExceptionAsync(() => app.Services.GetRequiredService<DepartmentDelivery>().DeliverDue(again.Token));
        Assert.True(again.IsCancellationRequested);
        Assert.Empty(await app.PendingDepartmentMails());
    }

    /// <summary>Sends a mail while the host stops.</summary>
    sealed class CancellingSender(CancellationTokenSource stop) : IMailSender
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => stop.CancelAsync();
    }
}
