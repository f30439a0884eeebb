using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Department;

/// <summary>A client library that gives up by itself throws what a shutdown throws; it is a failure as any other.</summary>
public sealed class PatienceTests
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_courier_that_ran_out_of_time_leaves_the_message_owed_for_later_and_the_ones_behind_it_are_tried()
    {
        var courier = new FailingCourier { FailsAll = true, Failure = () => new TaskCanceledException() };
        await using var house = await House.Open(mail: courier);
        await house.Submitted("P-1");
        var delivery = house.Services.GetRequiredService<OutboxDelivery>();

        await Assert.ThrowsAsync<TaskCanceledException>(() => delivery.DeliverDue("P-1", Ending));

        var message = (await house.Projects.LoadMessages("P-1", pendingOnly: true, Ending))[0];
        Assert.Equal((MessageState.Pending, 1, nameof(TaskCanceledException)), (message.State, message.Attempts, message.Note));
        Assert.Equal(house.Now + RetryDelay.ForAttempt(1), message.DueAt);
    }

    [Fact]
    public async Task A_courier_that_asks_for_no_time_at_all_is_not_asked_again_at_once()
    {
        var courier = new FailingCourier { FailsAll = true, Failure = () => new ThrottledException(Instant.MinValue) };
        await using var house = await House.Open(mail: courier);
        await house.Submitted("P-1");

        await house.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", Ending);

        var message = (await house.Projects.LoadMessages("P-1", pendingOnly: true, Ending))[0];
        Assert.Equal((0, "courier-busy"), (message.Attempts, message.Note));
        Assert.True(message.DueAt > house.Now);
    }

    [Fact]
    public async Task A_department_mail_is_put_off_and_the_next_one_leaves()
    {
        var courier = new FailingCourier { Failure = () => new TaskCanceledException() };
        await using var house = await House.Open(mail: courier);
        await house.Look();
        await house.Submitted();
        await house.LookAt("2026-11-24 07:30 +01");

        var owed = Assert.Single(await house.Owed());
        Assert.Equal((nameof(TaskCanceledException), house.Now + RetryDelay.ForAttempt(1)), (owed.Note, owed.DueAt));
    }

    [Fact]
    public async Task What_has_left_is_written_down_though_the_host_stops_at_that_moment()
    {
        using var stop = new CancellationTokenSource();
        var courier = new FailingCourier { Fails = false };
        await using var house = await House.Open(mail: courier);
        courier.Behind = new StopsOnce(stop);
        await house.Look();
        await house.Submitted("P-1");
        await Record.ExceptionAsync(() => house.Services.GetRequiredService<OutboxDelivery>().DeliverDue("P-1", stop.Token));
        Assert.Equal(MessageState.Sent, (await house.Projects.LoadMessages("P-1", pendingOnly: false, Ending))[0].State);

        await house.Services.GetRequiredService<DepartmentOutbox>().Enqueue(
            new DepartmentMail("weekly-report.x.2026-11-16", DepartmentMailKind.WeeklyReport, House.Nadia.Id, new(2026, 11, 16), house.Now, house.Now), Ending);
        using var again = new CancellationTokenSource();
        courier.Behind = new StopsOnce(again);
        await Record.ExceptionAsync(() => house.Services.GetRequiredService<DepartmentDelivery>().DeliverDue(again.Token));
        Assert.True(again.IsCancellationRequested);
        Assert.Empty(await house.Owed());
    }

    /// <summary>Takes a mail while the host is told to stop.</summary>
    sealed class StopsOnce(CancellationTokenSource stop) : IMailSender
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => stop.CancelAsync();
    }
}
