using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>The department's calendar over a house, looked at when a test says so.</summary>
static class DepartmentSteps
{
    static readonly OffsetDateTimePattern Written =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<+HH>");

    /// <summary>"2026-11-24 07:30 +01"</summary>
    public static Instant ParseInstant(string written) => Written.Parse(written).Value.ToInstant();

    /// <summary>One worker looks once at everything and delivers what is owed.</summary>
    public static async Task<ImmutableArray<string>> RunDueJobs(this TestApp house)
    {
        var scheduler = house.Services.GetRequiredService<Scheduler>();
        foreach (var work in await scheduler.GetJobs())
        {
            await scheduler.RunIfDue(work);
        }

        return await house.Services.GetRequiredService<DepartmentDelivery>().DeliverDue();
    }

    public static async Task RunDueJobsAt(this TestApp house, string at)
    {
        await house.AdvanceTime(ParseInstant(at) - house.Now);
        await house.RunDueJobs();
    }

    /// <summary>The department's mails of a kind, oldest first.</summary>
    public static async Task<IReadOnlyList<OutgoingMail>> DepartmentMails(this TestApp house, string kind, string? to = null) =>
    [
        .. (await house.AllMails()).Where(m => m.Mail.MessageId.StartsWith(kind + ".", StringComparison.Ordinal) && (to is null || m.Mail.To == to))
            .OrderBy(m => m.At).Select(m => m.Mail),
    ];

    public static async Task SetStaff(this TestApp house, Staff staff) => await house.Services.GetRequiredService<IDirectory>().PutStaff(staff);

    public static Task RunJob(this TestApp house, string piece) => house.Services.GetRequiredService<Scheduler>().RunDue(piece);

    public static async Task<ImmutableArray<DepartmentMailEntry>> PendingDepartmentMails(this TestApp house) =>
        await house.Services.GetRequiredService<DepartmentOutbox>().GetPending();

    /// <summary>A worker takes a mail to send it, and dies.</summary>
    public static async Task<bool> ClaimMail(this TestApp house, DepartmentMailEntry owed) => await house.Services
        .GetRequiredService<DepartmentOutbox>().TryUpdate(owed, owed with { DueAt = house.Now + Duration.FromMinutes(5), Attempts = 1 });

    /// <summary>Does something and forgets that it was done, like a worker that died just before it wrote that down.</summary>
    public static async Task RunWithoutRecording(this TestApp house, Func<Task> act)
    {
        var settings = house.Services.GetRequiredService<ISettings>();
        var marks = await settings.List("schedule:");
        await act();
        foreach (var (key, value) in marks)
        {
            await settings.Set(key, value);
        }
    }
}
