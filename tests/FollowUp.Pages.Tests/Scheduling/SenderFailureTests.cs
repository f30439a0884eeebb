using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>A client library that gives up by itself throws what a shutdown throws; it is a failure as any other.</summary>
public sealed class SenderFailureTests
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_courier_that_ran_out_of_time_leaves_the_message_owed_for_later_and_the_ones_behind_it_are_tried()
    {
        var courier = new FailingMailSender { FailsAll = true, Failure = () => new TaskCanceledException() };
        await using var house = await TestApp.Start(mail: courier);
        await house.SubmitProject("P-1");
        var delivery = house.Services.GetRequiredService<OutboxDelivery>();

        await Assert.ThrowsAsync<TaskCanceledException>(() => delivery.DeliverDue("P-1", Ending));

        var message = (await house.Store.LoadMessages("P-1", pendingOnly: true, Ending))[0];
        Assert.Equal((MessageState.Pending, 1, nameof(TaskCanceledException)), (message.State, message.Attempts, message.Note));
        Assert.Equal(house.Now + RetryDelay.ForAttempt(1), message.DueAt);
    }

    [Fact]
    public async Task A_courier_that_asks_for_no_time_at_all_is_not_asked_again_at_once()
    {
        var courier = new FailingMailSender { FailsAll = true, Failure = () => new ThrottledException(Instant.MinValue) };
        await using var house = await TestApp.Start(mail: courier);
        await house.SubmitProject("P-1");

        await house.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", Ending);

        var message = (await house.Store.LoadMessages("P-1", pendingOnly: true, Ending))[0];
        Assert.Equal((0, "courier-busy"), (message.Attempts, message.Note));
        Assert.True(message.DueAt > house.Now);
    }

    [Fact]
    public async Task A_department_mail_is_put_off_and_the_next_one_leaves()
    {
        var courier = new FailingMailSender { Failure = () => new TaskCanceledException() };
        await using var house = await TestApp.Start(mail: courier);
        await house.RunDueJobs();
        await house.SubmitProject();
        await house.RunDueJobsAt("2026-11-24 07:30 +01");

        var owed = Assert.Single(await house.PendingDepartmentMails());
        Assert.Equal((nameof(TaskCanceledException), house.Now + RetryDelay.ForAttempt(1)), (owed.Note, owed.DueAt));
    }

    [Fact]
    public async Task What_has_left_is_written_down_though_the_host_stops_at_that_moment()
    {
        using var stop = new CancellationTokenSource();
        var courier = new FailingMailSender { Fails = false };
        await using var house = await TestApp.Start(mail: courier);
        courier.Inner = new CancellingSender(stop);
        await house.RunDueJobs();
        await house.SubmitProject("P-1");
        await Record.ExceptionAsync(() => house.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", stop.Token));
        Assert.Equal(MessageState.Sent, (await house.Store.LoadMessages("P-1", pendingOnly: false, Ending))[0].State);

        await house.Services.GetRequiredService<DepartmentOutbox>().Enqueue(
            new DepartmentMail("weekly-report.x.2026-11-16", DepartmentMailKind.WeeklyReport, TestApp.Nadia.Id, new(2026, 11, 16), house.Now, house.Now), Ending);
        using var again = new CancellationTokenSource();
        courier.Inner = new CancellingSender(again);
        await Record.ExceptionAsync(() => house.Services.GetRequiredService<DepartmentDelivery>().DeliverDue(again.Token));
        Assert.True(again.IsCancellationRequested);
        Assert.Empty(await house.PendingDepartmentMails());
    }

    /// <summary>Takes a mail while the host is told to stop.</summary>
    sealed class CancellingSender(CancellationTokenSource stop) : IMailSender
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => stop.CancelAsync();
    }
}
