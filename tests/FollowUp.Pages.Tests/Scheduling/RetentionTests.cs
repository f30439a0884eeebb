using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Three years after the last contact that came from a person, the person is gone and the figures stay.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_person_is_erased_from_every_project_once_three_years_have_passed_since_the_last_sign_of_life_in_any()
    {
        await using var house = await TestApp.Start();
        await house.RunDueJobs();
        await house.CreateProjectInFollowUp("P-1");
        await house.RecordAsManager("P-1", new Close(Outcome.Won("PR-1", 4200)));
        await Wait(house, "2027-05-10 10:00 +02");
        await house.CreateProjectInFollowUp("P-2");
        await house.RecordAsManager("P-2", new Close(Outcome.Dead(DeathReason.Abandoned)));

        // Three years after what was heard in the first project, the second one still counts.
        await Wait(house, "2030-05-10 03:30 +02");
        await house.RunDueJobs();
        Assert.NotNull(await house.Dossier("P-1"));

        await Wait(house, "2030-05-11 03:30 +02");
        await house.RunDueJobs();
        foreach (var id in new[] { "P-1", "P-2" })
        {
            Assert.Null(await house.Dossier(id));
            Assert.True((await house.Project(id)).Erased);
        }

        Assert.Equal(4200, (await house.Project("P-1")).Outcome!.Amount);
        var log = await house.Services.GetRequiredService<IAuditLog>().Read(null, 10, TestContext.Current.CancellationToken);
        Assert.Contains(log, e => e is { What: "erased-persons", Code: "1", By: "time" });
    }

    [Fact]
    public async Task An_erasure_that_was_cut_short_is_brought_to_its_end_by_the_next_night()
    {
        await using var house = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        var complaints = house.Services.GetRequiredService<IComplaints>();
        await house.RunDueJobs();
        await house.SubmitProject("P-1");
        await complaints.Add(new Complaint("R-1", "client", TestApp.Client, "P-1", "Jeanne Martin n’est pas contente.", house.Now), cancellation);

        // The process dies between the decision and the erasure.
        await house.Record("P-1", new Erase(), Actor.Website);
        await Wait(house, "2026-11-24 03:30 +01");
        await house.RunDueJobs();

        Assert.Null(await house.Dossier("P-1"));
        Assert.Empty(await complaints.All(cancellation));
    }

    [Fact]
    public async Task Rows_that_have_no_more_use_go_and_a_digest_that_names_an_erased_client_goes_with_them()
    {
        await using var house = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        var settings = house.Services.GetRequiredService<ISettings>();
        await house.RunDueJobs();
        await house.SubmitProject("P-1");
        await house.NewBrowser().Fill("/desk/sign-in", new() { ["email"] = TestApp.Camille.Id });
        Assert.Single(await settings.List("sign-in:", cancellation));
        await house.RunDueJobsAt("2026-11-24 07:30 +01");
        Assert.Single(await house.DepartmentMails("digest"));

        await house.RunDueJobsAt("2026-11-25 03:30 +01");
        Assert.Empty(await settings.List("sign-in:", cancellation));
        var done = await house.Services.GetRequiredService<PersonEraser>().Erase(TestApp.Client, Actor.Website, cancellation);
        Assert.True(done!.Verified);
        Assert.Empty(await house.DepartmentMails("digest"));

        var sent = (await settings.List("mail-done:", cancellation)).Length;
        Assert.NotEqual(0, sent);
        await Wait(house, "2027-03-10 03:30 +01");
        await house.RunDueJobs();
        await house.RunDueJobs();
        Assert.All(await settings.List("mail-done:", cancellation), row => Assert.Contains("2027", row.Key + row.Value, StringComparison.Ordinal));
    }

    /// <summary>Nothing is driven meanwhile, which would take a simulated machine long.</summary>
    static Task Wait(TestApp house, string at)
    {
        house.Time.SetUtcNow(DepartmentSteps.ParseInstant(at).ToDateTimeOffset());
        return Task.CompletedTask;
    }
}
