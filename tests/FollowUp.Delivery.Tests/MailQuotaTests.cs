using CsCheck;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Delivery.Quotas;
using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Delivery.Tests;

public sealed class MailQuotaTests
{
    static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    static readonly MailQuotaLimits Limits = new(PerMinute: 30, PerHour: 100);

    [Fact]
    public async Task Limits_hold_in_any_minute_and_any_hour()
    {
        var steps = Gen.Select(Gen.Int[0, 90_000], Gen.Bool).Array[150, 300];
        await steps.SampleAsync(
            async arrivals =>
            {
                var quota = new MailQuota(new InMemoryMailQuotaStore(), Limits);
                var now = Start;
                var sentAt = new List<Instant>();
                foreach (var (milliseconds, relaunch) in arrivals)
                {
                    now += Duration.FromMilliseconds(milliseconds / 6);
                    if (await quota.TakeNow(MailSamples.Of(relaunch ? MessageKind.RelaunchLater : MessageKind.TriedToReachYou), now) is null)
                    {
                        sentAt.Add(now);
                    }
                }

                return sentAt.TrueForAll(from =>
                    sentAt.Count(at => at >= from && at < from + Duration.FromMinutes(1)) <= Limits.PerMinute
                    && sentAt.Count(at => at >= from && at < from + Duration.FromHours(1)) <= Limits.PerHour);
            },
            iter: 200);
    }

    [Fact]
    public async Task Relaunches_leave_a_share_of_the_quota_to_urgent_mails()
    {
        var quota = new MailQuota(new InMemoryMailQuotaStore(), Limits);
        var relaunches = 0;
        while (await quota.TakeNow(MailSamples.Of(MessageKind.RelaunchLater), Start) is null)
        {
            relaunches++;
        }

        var validations = 0;
        while (await quota.TakeNow(MailSamples.Of(MessageKind.TriedToReachYou), Start) is null)
        {
            validations++;
        }

        Assert.Equal(21, relaunches);
        Assert.Equal(6, validations);
    }

    [Fact]
    public async Task No_other_mail_spends_the_share_of_sign_in_mails()
    {
        var quota = new MailQuota(new InMemoryMailQuotaStore(), Limits);
        while (await quota.TakeNow(MailSamples.Of(MessageKind.CallAgreed), Start) is null)
        {
        }

        var signIns = 0;
        while (await quota.TakeNow(MailSamples.Of(null) with { IsSignIn = true }, Start) is null)
        {
            signIns++;
        }

        Assert.Equal(3, signIns);
    }

    [Fact]
    public async Task A_throttled_mail_gets_the_time_of_its_next_attempt()
    {
        var quota = new MailQuota(new InMemoryMailQuotaStore(), Limits);
        for (var mail = 0; mail < 27; mail++)
        {
            Assert.Null(await quota.TakeNow(MailSamples.Of(MessageKind.CallAgreed), Start));
        }

        var until = await quota.TakeNow(MailSamples.Of(MessageKind.CallAgreed), Start);
        Assert.InRange(until!.Value, Start + Duration.FromSeconds(1), Start + Duration.FromSeconds(70));
        Assert.Null(await quota.TakeNow(MailSamples.Of(MessageKind.CallAgreed), until.Value));
    }

    [Fact]
    public async Task Throttled_relaunches_are_spread_by_project_id()
    {
        var quota = new MailQuota(new InMemoryMailQuotaStore(), new MailQuotaLimits(PerMinute: 2, PerHour: 2));
        await quota.TakeNow(MailSamples.Of(null), Start);
        await quota.TakeNow(MailSamples.Of(null), Start);

        var moments = new HashSet<Instant>();
        for (var project = 0; project < 50; project++)
        {
            var mail = MailSamples.Of(MessageKind.RelaunchLater, $"P-{project}");
            var until = await quota.TakeNow(mail, Start);
            Assert.Equal(until, await quota.TakeNow(mail, Start));
            moments.Add(until!.Value);
        }

        Assert.True(moments.Count > 30, "Most relaunches are due at the same instant.");
    }

    [Fact]
    public async Task Concurrent_workers_share_one_quota()
    {
        var store = new InMemoryMailQuotaStore();
        var taken = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            async () => await new MailQuota(store, Limits).TakeNow(MailSamples.Of(MessageKind.CallAgreed, $"P-{i}"), Start) is null)));
        Assert.InRange(taken.Count(isTaken => isTaken), 1, Limits.PerMinute);
    }

    [Fact]
    public async Task The_quota_survives_a_restart()
    {
        var store = new InMemoryMailQuotaStore();
        for (var mail = 0; mail < 30; mail++)
        {
            await new MailQuota(store, Limits).TakeNow(MailSamples.Of(null), Start);
        }

        Assert.NotNull(await new MailQuota(store, Limits).TakeNow(MailSamples.Of(null), Start));
    }

    [Fact]
    public async Task A_throttling_service_gets_no_mail_until_it_allows()
    {
        var quota = new MailQuota(new InMemoryMailQuotaStore(), Limits);
        var refusing = new RateLimitedMailSender(new ThrottlingSender(Start + Duration.FromMinutes(3)), quota);
        await Assert.ThrowsAsync<ThrottledException>(() => refusing.Send(MailSamples.Of(null), Start, TestContext.Current.CancellationToken));
        Assert.Equal(Start + Duration.FromMinutes(3), await quota.TakeNow(MailSamples.Of(null), Start + Duration.FromMinutes(1)));
        Assert.Null(await quota.TakeNow(MailSamples.Of(null), Start + Duration.FromMinutes(3)));
    }

    sealed class ThrottlingSender(Instant until) : IMailSender
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => throw new ThrottledException(until);
    }
}
