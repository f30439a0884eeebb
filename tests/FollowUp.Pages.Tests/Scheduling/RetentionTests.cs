using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Three years after the client's last contact, the personal data are erased and the figures stay.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Client_is_erased_three_years_after_the_last_sign_of_life_in_any_project()
    {
        await using var app = await TestApp.Start();
        await app.RunDueJobs();
        await app.CreateProjectInFollowUp("P-1");
        await app.RecordAsManager("P-1", new Close(Outcome.Won("PR-1", 4200)));
        await Wait(app, "2027-05-10 10:00 +02");
        await app.CreateProjectInFollowUp("P-2");
        await app.RecordAsManager("P-2", new Close(Outcome.Dead(DeathReason.Abandoned)));

        // Three years after the last contact in the first project, the second project's is more recent.
        await Wait(app, "2030-05-10 03:30 +02");
        await app.RunDueJobs();
        Assert.NotNull(await app.Dossier("P-1"));

        await Wait(app, "2030-05-11 03:30 +02");
        await app.RunDueJobs();
        foreach (var id in new[] { "P-1", "P-2" })
        {
            Assert.Null(await app.Dossier(id));
            Assert.True((await app.Project(id)).Erased);
        }

        Assert.Equal(4200, (await app.Project("P-1")).Outcome!.Amount);
        var log = await app.Services.GetRequiredService<IAuditLog>().Read(null, 10, TestContext.Current.CancellationToken);
        Assert.Contains(log, e => e is { What: "erased-persons", Code: "1", By: "time" });
    }

    [Fact]
    public async Task Interrupted_erasure_is_completed_the_next_night()
    {
        await using var app = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        var complaints = app.Services.GetRequiredService<IComplaints>();
        await app.RunDueJobs();
        await app.SubmitProject("P-1");
        await complaints.Add(new Complaint("R-1", "client", TestApp.Client, "P-1", "Jeanne Martin n’est pas contente.", app.Now), cancellation);

        // The process crashes between the decision and the erasure.
        await app.Record("P-1", new Erase(), Actor.Website);
        await Wait(app, "2026-11-24 03:30 +01");
        await app.RunDueJobs();

        Assert.Null(await app.Dossier("P-1"));
        Assert.Empty(await complaints.All(cancellation));
    }

    [Fact]
    public async Task Expired_rows_and_digests_that_name_an_erased_client_are_deleted()
    {
        await using var app = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        var settings = app.Services.GetRequiredService<IKeyValueStore>();
        await app.RunDueJobs();
        await app.SubmitProject("P-1");
        await app.AskToSignIn(app.NewBrowser(), TestApp.Camille.Id);
        Assert.Single(await settings.List("sign-in:", cancellation));
        await app.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Single(await app.DepartmentMails("digest"));

        await app.RunDueJobsAt("2026-11-25 03:30 +01");
        Assert.Empty(await settings.List("sign-in:", cancellation));
        var done = await app.Services.GetRequiredService<PersonEraser>().Erase(TestApp.Client, Actor.Website, cancellation);
        Assert.True(done!.Verified);
        Assert.Empty(await app.DepartmentMails("digest"));

        var sent = (await settings.List("mail-done:", cancellation)).Length;
        Assert.NotEqual(0, sent);
        await Wait(app, "2027-03-10 03:30 +01");
        await app.RunDueJobs();
        await app.RunDueJobs();
        Assert.All(await settings.List("mail-done:", cancellation), row => Assert.Contains("2027", row.Key + row.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Relaunch_in_a_category_in_which_it_was_forbidden_since_is_taken_back_in_the_night()
    {
        await using var app = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        await app.RunDueJobs();
        await app.SubmitProject("P-1", clientType: ClientType.Person);
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.Serious, app.Now));
        Assert.Contains((await app.Project("P-1")).Next!.Kind, new[] { ActionKind.Mail, ActionKind.Call });

        var directory = app.Services.GetRequiredService<IDirectory>();
        await directory.PutCadence((await directory.Cadences(cancellation))[^1] with { Version = 2, ConsumersNotRelaunched = ["site-web"] }, cancellation);
        await Wait(app, "2026-11-24 03:30 +01");
        await app.RunDueJobs();

        var next = (await app.Project("P-1")).Next!;
        Assert.Equal((ActionKind.WaitForClient, ReasonCode.CategoryNotRelaunched), (next.Kind, next.Why.Code));
    }

    /// <summary>Moves the clock without running jobs in between.</summary>
    static Task Wait(TestApp app, string at)
    {
        app.Time.SetUtcNow(DepartmentSteps.ParseInstant(at).ToDateTimeOffset());
        return Task.CompletedTask;
    }
}
