using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Projects that were submitted while there was no coordinator.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public async Task They_are_assigned_as_soon_as_there_is_a_coordinator()
    {
        await using var app = await TestApp.Start();
        await app.SetStaff(TestApp.Camille with { Role = Role.Sales });
        await app.SetStaff(TestApp.Yanis with { Role = Role.Sales });
        await app.SubmitProject("P-1");
        await app.SubmitProject("P-2");
        await app.RunJob(JobNames.Assignment);
        Assert.Null((await app.Project("P-1")).Coordinator);

        await app.SetStaff(TestApp.Camille);
        await app.RunJob(JobNames.Assignment);
        await app.RunJob(JobNames.Assignment);

        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-1")).Coordinator);
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-2")).Coordinator);
    }

    [Fact]
    public async Task Managers_are_told_once_a_week_that_no_coordinator_speaks_the_language_of_a_project()
    {
        await using var app = await TestApp.Start();
        await app.SetStaff(TestApp.Camille with { Languages = [Language.French] });
        await app.RunDueJobs();
        await app.SubmitProject("P-1", language: Language.French);
        await app.RunDueJobsAt("2026-11-23 11:05 +01");
        Assert.Empty(await FindNotices(app));

        await app.SubmitProject("P-2", language: Language.English);
        await app.RunDueJobsAt("2026-11-23 12:05 +01");
        await app.RunDueJobsAt("2026-11-24 12:05 +01");
        var notice = Assert.Single(await FindNotices(app));
        Assert.Equal((TestApp.Nadia.Id, "Aucun suiveur ne parle anglais"), (notice.Mail.To, notice.Mail.Subject));
        Assert.Contains("Un projet ouvert est en anglais", notice.Mail.Text, StringComparison.Ordinal);

        await app.RunDueJobsAt("2026-11-30 12:05 +01");
        Assert.Equal(2, (await FindNotices(app)).Length);

        await app.SetStaff(TestApp.Camille);
        await app.RunDueJobsAt("2026-12-07 12:05 +01");
        Assert.Equal(2, (await FindNotices(app)).Length);
    }

    static async Task<MailboxEntry[]> FindNotices(TestApp app) =>
        [.. (await app.AllMails()).Where(entry => entry.Mail.MessageId.Contains("uncovered-languages", StringComparison.Ordinal))];
}
