using System.Text.Json;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Functions.Orchestration;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Functions.Tests;

public sealed class WholeLifeTests
{
    static readonly Actor Manager = new(Role.Manager, "nadia@department.example");

    [Fact]
    public async Task A_project_is_validated_relaunched_and_won()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-1");
        await department.WaitUntilNothingDue("P-1");
        await WaitForPhase(department, "P-1", "awaiting-validation");

        department.Time.Now += Duration.FromHours(1);
        await Record(department, new RecordCall(CallOutcome.Serious, department.Time.Now));
        await WaitForPhase(department, "P-1", "in-follow-up");

        // Time alone makes the relaunches; on the way it lets the mails leave that wait for their hour.
        await AdvanceUntil(department, "P-1", project => project.Cycle.UnansweredContacts > 0);
        await AdvanceUntil(department, "P-1", project => project.Cycle.UnansweredContacts > 1);

        await Record(department, new RecordCall(CallOutcome.Chose, department.Time.Now, Provider: "PR-1"));
        await department.WaitUntilNothingDue("P-1");
        Assert.Equal(Phase.Won, (await department.Load("P-1")).Phase);

        department.Time.Now += Duration.FromMinutes(11);
        await department.RunWatchdog();
        await DeliverRemaining(department, "P-1");
        var ended = await department.WaitForCompletion("P-1");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal("won", ended.ReadOutputAs<string>());
        Assert.Equal(department.Senders.Sent.Distinct(), department.Senders.Sent);
        Assert.Contains(department.Senders.Sent, id => id.EndsWith(".Webhook", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watchdog_alone_drives_a_project_to_its_end_when_every_signal_is_lost()
    {
        await using var department = await OrchestrationFixture.Open(dropsWakes: true);
        await department.Submit("P-2", ClientType.Person);

        await AdvanceUntil(department, "P-2", project => !project.IsOpen);
        Assert.Equal(DeathReason.Unreachable, (await department.Load("P-2")).Outcome!.Reason);
        await DeliverRemaining(department, "P-2");
        Assert.Equal("dead", (await department.WaitForCompletion("P-2")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_purged_in_mid_life_is_restored_by_the_watchdog_and_nothing_is_lost()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-3", ClientType.Person);
        await AdvanceToNextDue(department, "P-3");
        var before = await department.Load("P-3");

        await department.Terminate("P-3");
        await department.Purge("P-3");

        // It goes on from where the table has it.
        await AdvanceUntil(department, "P-3", project => project.Version > before.Version);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await department.GetInstance("P-3"))!.RuntimeStatus);
    }

    [Fact]
    public async Task Terminated_instance_is_restarted_by_the_next_signal()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-4");
        await department.WaitUntilNothingDue("P-4");
        await department.Terminate("P-4");

        department.Time.Now += Duration.FromHours(1);
        await Record(department, new RecordCall(CallOutcome.Serious, department.Time.Now), "P-4");
        await WaitForPhase(department, "P-4", "in-follow-up");
    }

    [Fact]
    public async Task A_dead_project_that_is_reopened_lives_on_as_an_instance_of_its_own()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-5");
        await Record(department, new Close(Outcome.Dead(DeathReason.Abandoned)), "P-5");
        department.Time.Now += Duration.FromDays(1);
        await department.RunWatchdog();
        await DeliverRemaining(department, "P-5");
        await department.WaitForCompletion("P-5");

        await Record(department, new Reopen(null), "P-5");
        await WaitForPhase(department, "P-5", "awaiting-validation", generation: 2);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await department.GetInstance("P-5"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_message_that_fails_three_times_leaves_once()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-6");
        await department.WaitUntilNothingDue("P-6");
        department.Senders.FailNext(3);
        await Record(department, new RecordCall(CallOutcome.Serious, department.Time.Now), "P-6");

        for (var step = 0; step < 4; step++)
        {
            await department.WaitUntilNothingDue("P-6");
            department.Time.Now += Duration.FromMinutes(5);
            await department.RunWatchdog();
        }

        await department.WaitUntilNothingDue("P-6");
        Assert.Single(department.Senders.Sent, department.Senders.FailedMessage);
        Assert.Equal(department.Senders.Sent.Distinct(), department.Senders.Sent);
        Assert.Equal(department.Senders.Sent.Count + 3, department.Senders.Attempts);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await department.GetInstance("P-6"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_worker_killed_three_times_in_a_round_costs_seconds_and_no_message()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-7");
        await department.WaitUntilNothingDue("P-7");
        await Record(department, new RecordCall(CallOutcome.Serious, department.Time.Now), "P-7");
        await WaitForPhase(department, "P-7", "in-follow-up");

        // The mail of a verdict leaves two minutes after it.
        var before = department.Faults.Runs(nameof(Activities.Advance));
        department.Faults.FailNext(nameof(Activities.Advance), 3);
        department.Time.Now += Watchdog.Grace + Duration.FromMinutes(3);
        await department.RunWatchdog();
        await department.WaitUntilNothingDue("P-7");
        Assert.InRange(department.Faults.Runs(nameof(Activities.Advance)) - before, 4, 5);
        Assert.Equal(department.Senders.Sent.Distinct(), department.Senders.Sent);
        Assert.Contains(department.Senders.Sent, id => id.EndsWith(".Validated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_and_a_webhook_leave_in_the_activity_that_advances()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-10");
        await department.WaitUntilNothingDue("P-10");
        Assert.Contains(department.Senders.Sent, id => id.EndsWith(".Receipt", StringComparison.Ordinal));
        Assert.Equal(1, department.Faults.Runs(nameof(Activities.Advance)));
        Assert.Equal(0, department.Faults.Runs(nameof(Activities.Deliver)));
    }

    [Fact]
    public async Task Starts_and_signals_ask_for_no_status()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-11");
        await department.WaitUntilNothingDue("P-11");
        department.Time.Now += Duration.FromHours(1);
        await Record(department, new RecordCall(CallOutcome.Serious, department.Time.Now), "P-11");
        await WaitForPhase(department, "P-11", "in-follow-up");
        Assert.Equal(0, department.Looks);
    }

    [Fact]
    public async Task Input_status_and_output_hold_no_personal_data()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-8");
        await WaitForPhase(department, "P-8", "awaiting-validation");
        var instance = (await department.GetInstance("P-8"))!;
        Assert.Equal("""{"id":"P-8","generation":1}""", instance.SerializedInput, ignoreCase: true);
        Assert.DoesNotContain("jeanne", instance.SerializedCustomStatus, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_custom_status_has_the_property_names_of_the_API()
    {
        await using var department = await OrchestrationFixture.Open();
        await department.Submit("P-9");
        await WaitForPhase(department, "P-9", "awaiting-validation");
        Assert.StartsWith(
            """{"phase":"awaiting-validation","nextAction":{"kind":"call","dueAt":"2035-""",
            (await department.GetInstance("P-9"))!.SerializedCustomStatus, StringComparison.Ordinal);
    }

    /// <summary>An instance that runs while the app is updated reads results that the older app wrote.</summary>
    [Fact]
    public void A_standing_in_a_history_of_an_earlier_version_is_still_read()
    {
        var read = JsonSerializer.Deserialize<OrchestrationState>(
            """{"Phase":"Dormant","Generation":2,"Next":{"Kind":"light-mail","DueAt":"2035-06-04T08:00:00Z"},"LookAgainAt":null,"Owed":["P-1.3.LightMail"]}""")!;
        Assert.Equal((Phase.Dormant, 2, "light-mail", "P-1.3.LightMail"), (read.Phase, read.Generation, read.Next!.Kind, read.DueMessageIds[0]));
    }

    static async Task Record(OrchestrationFixture department, Command command, string id = "P-1") =>
        Assert.IsType<CommandResult.Succeeded>(await department.Commands.Record(id, command, Manager));

    /// <summary>Moves the clock to where something falls due, lets the watchdog look, and waits until all of it is done.</summary>
    static async Task<Project> AdvanceToNextDue(OrchestrationFixture department, string id)
    {
        department.Time.Now = Instant.Max(department.Time.Now, await department.GetNextDue() ?? department.Time.Now) + Watchdog.Grace + Duration.FromSeconds(1);
        await department.RunWatchdog();
        return await department.WaitUntilNothingDue(id);
    }

    static async Task AdvanceUntil(OrchestrationFixture department, string id, Func<Project, bool> there)
    {
        for (var step = 0; !there(await department.Load(id)); step++)
        {
            Assert.True(step < 50, "It never comes there.");
            await AdvanceToNextDue(department, id);
        }
    }

    static async Task DeliverRemaining(OrchestrationFixture department, string id)
    {
        while ((await department.Projects.LoadMessages(id, pendingOnly: true)).Length > 0)
        {
            await AdvanceToNextDue(department, id);
        }
    }

    static async Task WaitForPhase(OrchestrationFixture department, string id, string phase, int generation = 1)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await department.GetInstance(id, generation) is not { SerializedCustomStatus: { } shown }
            || !shown.Contains($"\"{phase}\"", StringComparison.Ordinal))
        {
            limit.Token.ThrowIfCancellationRequested();
            await OrchestrationFixture.PollDelay();
        }
    }
}
