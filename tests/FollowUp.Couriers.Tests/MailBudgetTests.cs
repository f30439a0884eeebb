using CsCheck;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Couriers.Tests;

public sealed class MailBudgetTests
{
    static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    static readonly MailQuotaLimits Limits = new(PerMinute: 30, PerHour: 100);

    [Fact]
    public async Task No_sixty_seconds_and_no_hour_ever_see_more_mails_than_allowed()
    {
        var steps = Gen.Select(Gen.Int[0, 90_000], Gen.Bool).Array[150, 300];
        await steps.SampleAsync(
            async arrivals =>
            {
                var budget = new MailQuota(new MemoryLedger(), Limits);
                var now = Start;
                var left = new List<Instant>();
                foreach (var (milliseconds, relaunch) in arrivals)
                {
                    now += Duration.FromMilliseconds(milliseconds / 6);
                    if (await budget.TakeNow(Mails.Of(relaunch ? MessageKind.RelaunchLater : MessageKind.TriedToReachYou), now) is null)
                    {
                        left.Add(now);
                    }
                }

                return left.TrueForAll(from =>
                    left.Count(at => at >= from && at < from + Duration.FromMinutes(1)) <= Limits.PerMinute
                    && left.Count(at => at >= from && at < from + Duration.FromHours(1)) <= Limits.PerHour);
            },
            iter: 200);
    }

    [Fact]
    public async Task Relaunches_leave_room_for_the_mails_that_somebody_waits_for()
    {
        var budget = new MailQuota(new MemoryLedger(), Limits);
        var relaunches = 0;
        while (await budget.TakeNow(Mails.Of(MessageKind.RelaunchLater), Start) is null)
        {
            relaunches++;
        }

        var validations = 0;
        while (await budget.TakeNow(Mails.Of(MessageKind.TriedToReachYou), Start) is null)
        {
            validations++;
        }

        Assert.Equal(24, relaunches);
        Assert.Equal(6, validations);
    }

    [Fact]
    public async Task What_is_held_back_is_told_when_there_is_room_again()
    {
        var budget = new MailQuota(new MemoryLedger(), Limits);
        for (var mail = 0; mail < 30; mail++)
        {
            Assert.Null(await budget.TakeNow(Mails.Of(MessageKind.CallAgreed), Start));
        }

        var until = await budget.TakeNow(Mails.Of(MessageKind.CallAgreed), Start);
        Assert.InRange(until!.Value, Start + Duration.FromSeconds(1), Start + Duration.FromSeconds(70));
        Assert.Null(await budget.TakeNow(Mails.Of(MessageKind.CallAgreed), until.Value));
    }

    [Fact]
    public async Task Relaunches_that_wait_come_back_each_at_a_moment_that_follows_from_the_project()
    {
        var budget = new MailQuota(new MemoryLedger(), new MailQuotaLimits(PerMinute: 2, PerHour: 2));
        await budget.TakeNow(Mails.Of(null), Start);
        await budget.TakeNow(Mails.Of(null), Start);

        var moments = new HashSet<Instant>();
        for (var project = 0; project < 50; project++)
        {
            var mail = Mails.Of(MessageKind.RelaunchLater, $"P-{project}");
            var until = await budget.TakeNow(mail, Start);
            Assert.Equal(until, await budget.TakeNow(mail, Start));
            moments.Add(until!.Value);
        }

        Assert.True(moments.Count > 30, "They come back together.");
    }

    [Fact]
    public async Task Many_workers_on_one_ledger_spend_it_once()
    {
        var ledger = new MemoryLedger();
        var taken = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            async () => await new MailQuota(ledger, Limits).TakeNow(Mails.Of(MessageKind.CallAgreed, $"P-{i}"), Start) is null)));
        Assert.InRange(taken.Count(left => left), 1, Limits.PerMinute);
    }

    [Fact]
    public async Task The_ledger_outlives_the_process()
    {
        var ledger = new MemoryLedger();
        for (var mail = 0; mail < 30; mail++)
        {
            await new MailQuota(ledger, Limits).TakeNow(Mails.Of(null), Start);
        }

        Assert.NotNull(await new MailQuota(ledger, Limits).TakeNow(Mails.Of(null), Start));
    }

    [Fact]
    public async Task A_service_that_asks_to_be_left_alone_is_left_alone_by_every_mail()
    {
        var budget = new MailQuota(new MemoryLedger(), Limits);
        var refusing = new RateLimitedMailSender(new RefusingCourier(Start + Duration.FromMinutes(3)), budget);
        await Assert.ThrowsAsync<ThrottledException>(() => refusing.Send(Mails.Of(null), Start, TestContext.Current.CancellationToken));
        Assert.Equal(Start + Duration.FromMinutes(3), await budget.TakeNow(Mails.Of(null), Start + Duration.FromMinutes(1)));
        Assert.Null(await budget.TakeNow(Mails.Of(null), Start + Duration.FromMinutes(3)));
    }

    sealed class RefusingCourier(Instant until) : IMailSender
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => throw new ThrottledException(until);
    }
}
