using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Pages.Tests.Department;

/// <summary>The department's calendar over a house, looked at when a test says so.</summary>
static class Calendar
{
    static readonly OffsetDateTimePattern Written =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<+HH>");

    /// <summary>"2026-11-24 07:30 +01"</summary>
    public static Instant At(string written) => Written.Parse(written).Value.ToInstant();

    /// <summary>One worker looks once at everything and delivers what is owed.</summary>
    public static async Task<ImmutableArray<string>> Look(this House house)
    {
        var scheduler = house.Services.GetRequiredService<Scheduler>();
        foreach (var work in await scheduler.GetJobs())
        {
            await scheduler.RunIfDue(work);
        }

        return await house.Services.GetRequiredService<DepartmentDelivery>().DeliverDue();
    }

    public static async Task LookAt(this House house, string at)
    {
        await house.Pass(At(at) - house.Now);
        await house.Look();
    }

    /// <summary>The department's mails of a kind, oldest first.</summary>
    public static async Task<IReadOnlyList<OutgoingMail>> Of(this House house, string kind, string? to = null) =>
    [
        .. (await house.AllMails()).Where(m => m.Mail.MessageId.StartsWith(kind + ".", StringComparison.Ordinal) && (to is null || m.Mail.To == to))
            .OrderBy(m => m.At).Select(m => m.Mail),
    ];

    public static async Task Hire(this House house, Staff staff) => await house.Services.GetRequiredService<IDirectory>().PutStaff(staff);

    public static Task RunDue(this House house, string piece) => house.Services.GetRequiredService<Scheduler>().RunDue(piece);

    public static async Task<ImmutableArray<DepartmentMailEntry>> Owed(this House house) =>
        await house.Services.GetRequiredService<DepartmentOutbox>().GetPending();

    /// <summary>A worker takes a mail to send it, and dies.</summary>
    public static async Task<bool> Take(this House house, DepartmentMailEntry owed) => await house.Services
        .GetRequiredService<DepartmentOutbox>().TryUpdate(owed, owed with { DueAt = house.Now + Duration.FromMinutes(5), Attempts = 1 });

    /// <summary>Does something and forgets that it was done, like a worker that died just before it wrote that down.</summary>
    public static async Task Unmarked(this House house, Func<Task> act)
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
