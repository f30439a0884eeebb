using System.Net;
using FollowUp.Application.Digest;
using FollowUp.Application.HandOvers;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Console;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Projects of a person who left, or who hands over, go to other coordinators.</summary>
public sealed class HandOverTests
{
    static readonly Staff Ines = new("ines@demo.example", "Inès Caron", Role.Coordinator, [Language.French], 300);

    [Fact]
    public async Task Nothing_waits_for_a_coordinator_with_two_hundred_projects_who_left()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SetStaff(TestApp.Yanis with { Absences = [new(new(2026, 1, 1), new(2026, 12, 31), TestApp.Camille.Id)] });
        await app.SetStaff(TestApp.Camille with { Capacity = 1000 });
        for (var i = 1; i <= 200; i++)
        {
            await app.SubmitProject($"P-{i}", client: $"C-{i}");
        }

        // One of a colleague that Camille stands in for, and one that she was asked about.
        await app.SubmitProject("P-201", client: "C-201");
        await app.Record("P-201", new AssignByRules(TestApp.Yanis.Id, From: TestApp.Camille.Id), Actor.Time);
        await app.RunDueJobs();
        Assert.Equal(TestApp.Camille.Id, (await app.Project("P-201")).InCharge);
        await app.SetStaff(TestApp.Yanis with { Capacity = 300 });
        await app.SetStaff(Ines);

        // A link and a question that wait for her, and an open session.
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.Serious, app.Now));
        await app.Record("P-1", new ReportProviderAction("PR-1", ProviderActionKind.Quote, app.Now), Actor.Website);
        await app.Record("P-1", new AnswerRelaunch(ClientAnswer.TalkingTo, "PR-1"), Actor.Client("C-1"));
        await app.AdvanceTime(Duration.FromMinutes(5));
        var link = await app.GetLinkIn(MessageKind.GoodChancesRequest);
        var session = await app.SignIn(TestApp.Camille);
        Assert.Equal(HttpStatusCode.OK, (await session.Get("/desk")).Status);

        var removed = await app.Services.GetRequiredService<StaffAdministration>().Remove(TestApp.Camille.Id, TestContext.Current.CancellationToken);
        Assert.IsType<StaffChange.Removed>(removed);
        Assert.Equal(HttpStatusCode.SeeOther, (await session.Get("/desk")).Status);
        var refused = await app.NewBrowser().Get(link);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Refonte", refused.Text, StringComparison.Ordinal);

        await app.RunDueJobs();
        await app.RunDueJobs();
        var index = app.Services.GetRequiredService<IProjectIndex>();
        Assert.Empty(await index.GetQueue(TestApp.Camille.Id, 1000, TestContext.Current.CancellationToken));
        Assert.Empty(await index.GetAwaiting(TestApp.Camille.Id, 1000, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await index.GetWorkloads(TestContext.Current.CancellationToken)).GetValueOrDefault(TestApp.Camille.Id)?.OpenProjects ?? 0);
        Assert.Equal(201, (await index.GetQueue(null, 1000, TestContext.Current.CancellationToken)).Length);

        // Both colleagues got a part, each was told once, and no mail of its own left for a project.
        var loads = await index.GetWorkloads(TestContext.Current.CancellationToken);
        Assert.All(new[] { TestApp.Yanis.Id, Ines.Id }, id => Assert.InRange(loads[id].OpenProjects, 50, 151));
        await app.AdvanceTime(Duration.FromMinutes(10));
        await app.RunDueJobs();
        Assert.Equal([Ines.Id, TestApp.Yanis.Id], (await app.DepartmentMails("hand-over")).Select(m => m.To).Order());
        Assert.Empty(await app.MailsOf(MessageKind.HandOver));

        // The person in charge now finds the decision, and decides by the old link when signed in.
        var successor = (await app.Project("P-1")).InCharge!;
        var digest = await app.Services.GetRequiredService<MorningDigestQuery>().Load(
            successor == Ines.Id ? Ines : TestApp.Yanis, new(2026, 11, 24), app.Now - Duration.FromDays(1), TestContext.Current.CancellationToken);
        Assert.Contains(digest.Decisions, decision => decision.Item.Project.Id == "P-1");
        var browser = await app.SignIn(successor == Ines.Id ? Ines : TestApp.Yanis);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Fill(link, new() { ["approve"] = "true" })).Status);
        Assert.True((await app.Project("P-1")).GetProviderState("PR-1").Notified);

        // No digest and no reminder leaves for her, and her name stays in the timeline.
        await app.RunDueJobsAt("2026-11-24 08:00 +01");
        await app.RunDueJobsAt("2026-11-25 08:00 +01");
        Assert.DoesNotContain(await app.DepartmentMails("digest"), m => m.To == TestApp.Camille.Id);
        Assert.DoesNotContain(await app.AllMails(), m => m.Mail.To == TestApp.Camille.Id && m.At > app.Now - Duration.FromDays(1));
        var text = await app.Services.GetRequiredService<ProjectQueries>().LoadNames(Language.French, TestContext.Current.CancellationToken);
        Assert.Equal("Camille Aubertin", text.ResolveName(TestApp.Camille.Id));
    }

    [Fact]
    public async Task Hand_over_that_a_crash_interrupted_is_completed_and_moves_no_project_twice()
    {
        await using var app = await TestApp.Start();
        foreach (var id in new[] { "P-1", "P-2", "P-3" })
        {
            await app.SubmitProject(id);
        }

        await app.SetStaff(Ines);
        await app.Services.GetRequiredService<StaffAdministration>().Remove(TestApp.Camille.Id, TestContext.Current.CancellationToken);

        // As far as a run came before the crash.
        await app.Record("P-2", new AssignByRules(Ines.Id, From: TestApp.Camille.Id), Actor.Time);
        var before = (await app.Project("P-2")).Version;
        await app.RunDueJobs();
        await app.RunDueJobs();

        Assert.Equal(before, (await app.Project("P-2")).Version);
        Assert.All(new[] { "P-1", "P-3" }, id => Assert.NotEqual(TestApp.Camille.Id, app.Project(id).Result.Coordinator));
    }

    [Fact]
    public async Task Some_projects_are_handed_over_and_the_others_stay()
    {
        await using var app = await TestApp.Start();
        foreach (var id in new[] { "P-1", "P-2", "P-3" })
        {
            await app.SubmitProject(id);
        }

        var handOvers = app.Services.GetRequiredService<HandOverStore>();
        await handOvers.Add(TestApp.Camille.Id, TestApp.Yanis.Id, ["P-1", "P-3", "P-unknown"], app.Now, TestContext.Current.CancellationToken);
        await app.RunJob(JobNames.HandOvers);

        Assert.Equal(
            [TestApp.Yanis.Id, TestApp.Camille.Id, TestApp.Yanis.Id],
            new[] { await app.Project("P-1"), await app.Project("P-2"), await app.Project("P-3") }.Select(p => p.Coordinator));
        Assert.Empty(await handOvers.All(TestContext.Current.CancellationToken));

        await handOvers.Add(TestApp.Camille.Id, null, default, app.Now, TestContext.Current.CancellationToken);
        await app.RunJob(JobNames.HandOvers);
        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-2")).Coordinator);
    }

    [Fact]
    public async Task Without_another_coordinator_the_manager_has_the_projects_until_one_joins()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        var administration = app.Services.GetRequiredService<StaffAdministration>();
        await administration.Remove(TestApp.Yanis.Id, TestContext.Current.CancellationToken);
        await administration.Remove(TestApp.Camille.Id, TestContext.Current.CancellationToken);
        await app.RunDueJobs();
        Assert.Null((await app.Project("P-1")).Coordinator);

        await app.SetStaff(Ines);
        await app.RunDueJobs();
        Assert.Equal(Ines.Id, (await app.Project("P-1")).Coordinator);
    }

    [Fact]
    public async Task Closed_project_whose_client_writes_to_a_person_who_left_waits_for_somebody_else()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await app.AdvanceTime(Duration.FromMinutes(10));
        await app.Services.GetRequiredService<StaffAdministration>().Remove(TestApp.Camille.Id, TestContext.Current.CancellationToken);
        await app.RunDueJobs();
        await app.Record("P-1", new ReportReply(new FreeText("Toujours là ?"), app.Now), Actor.Client(TestApp.Client));
        await app.RunDueJobs();

        Assert.Equal(TestApp.Yanis.Id, (await app.Project("P-1")).StaffOutsideQueue);
    }
}
