using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Runs the scheduled jobs of the application under test.</summary>
static class DepartmentSteps
{
    static readonly OffsetDateTimePattern Written =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<+HH>");

    /// <summary>"2026-11-24 07:30 +01"</summary>
    public static Instant ParseInstant(string written) => Written.Parse(written).Value.ToInstant();

    /// <summary>Runs the due jobs once and delivers the due mails of the department.</summary>
    public static async Task<ImmutableArray<string>> RunDueJobs(this TestApp app)
    {
        var scheduler = app.Services.GetRequiredService<Scheduler>();
        foreach (var work in await scheduler.GetJobs())
        {
            await scheduler.RunIfDue(work);
        }

        return await app.Services.GetRequiredService<DepartmentDelivery>().DeliverDue();
    }

    public static async Task RunDueJobsAt(this TestApp app, string at)
    {
        await app.AdvanceTime(ParseInstant(at) - app.Now);
        await app.RunDueJobs();
    }

    /// <summary>The department's mails of a kind, oldest first.</summary>
    public static async Task<IReadOnlyList<OutgoingMail>> DepartmentMails(this TestApp app, string kind, string? to = null) =>
    [
        .. (await app.AllMails()).Where(m => m.Mail.MessageId.StartsWith(kind + ".", StringComparison.Ordinal) && (to is null || m.Mail.To == to))
            .OrderBy(m => m.At).Select(m => m.Mail),
    ];

    public static async Task SetStaff(this TestApp app, Staff staff) => await app.Services.GetRequiredService<IDirectory>().PutStaff(staff);

    public static Task RunJob(this TestApp app, string piece) => app.Services.GetRequiredService<Scheduler>().RunDue(piece);

    public static async Task<ImmutableArray<DepartmentMailEntry>> PendingDepartmentMails(this TestApp app) =>
        await app.Services.GetRequiredService<DepartmentOutbox>().GetPending();

    /// <summary>Claims a mail as a worker does that crashes before it sends it.</summary>
    public static async Task<bool> ClaimMail(this TestApp app, DepartmentMailEntry entry) => await app.Services
        .GetRequiredService<DepartmentOutbox>().TryUpdate(entry, entry with { DueAt = app.Now + Duration.FromMinutes(5), Attempts = 1 });

    /// <summary>Runs an action and restores the settings, as after a crash before the result was recorded.</summary>
    public static async Task RunWithoutRecording(this TestApp app, Func<Task> act)
    {
        var settings = app.Services.GetRequiredService<IKeyValueStore>();
        var marks = await settings.List("schedule:");
        await act();
        foreach (var (key, value) in marks)
        {
            await settings.Set(key, value);
        }
    }
}
