using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>
/// What a command costs on tables, with the webhooks that are on by default: three requests in a row before the answer, six in all, eight with a mail, ten for a
/// start with its receipt.
/// </summary>
public sealed class CommandCostTests : StoreContract<TablesUnderTest>
{
    const int MaxSerial = 3;

    [Fact]
    public async Task Start_costs_ten_requests_with_its_receipt()
    {
        var department = await CountedDepartment.Open(Data);
        AssertCost(await department.Measure(() => department.Submit("P-1"), () => department.Run("P-1")), all: 10, bytes: 35_000);
        Assert.Equal(2, department.Sent);
    }

    [Fact]
    public async Task Call_costs_five_requests()
    {
        var department = await CountedDepartment.Open(Data);
        AssertCost(await department.Measure(() => department.Record("P-0", new RecordCall(CallOutcome.NoAnswer, department.Now), CountedDepartment.Camille)), all: 5, bytes: 40_000);
    }

    [Fact]
    public async Task Note_under_a_key_costs_six_requests()
    {
        var department = await CountedDepartment.Open(Data);
        var note = new AddNote(new FreeText("Rappeler après quinze heures."), Visibility.Internal);
        AssertCost(
            await department.Measure(() => department.Record("P-0", note, CountedDepartment.Camille, new IdempotencyKey("k-1", "d", Duration.FromDays(1)))), all: 6, bytes: 40_000);
    }

    [Fact]
    public async Task Action_of_a_provider_costs_four_requests()
    {
        var department = await CountedDepartment.Open(Data);
        AssertCost(await department.Measure(() => department.Report("P-0", "R-2")), all: 4, bytes: 30_000);
    }

    [Fact]
    public async Task Good_chances_cost_eight_requests_with_its_mail()
    {
        var department = await CountedDepartment.Open(Data);
        await department.Record("P-0", new RecordCall(CallOutcome.Serious, department.Now, Provider: "R-1"), CountedDepartment.Camille);
        department.Now += Duration.FromHours(1);
        await department.Run("P-0");
        var sent = department.Sent;
        var cost = await department.Measure(
            () => department.Record("P-0", new SendGoodChances("R-1"), CountedDepartment.Camille),
            async () =>
            {
                // The mail can be taken back for two minutes.
                department.Now += Duration.FromMinutes(3);
                await department.Run("P-0");
            });
        AssertCost(cost, all: 8, bytes: 60_000);
        Assert.Equal(sent + 1, department.Sent);
    }

    /// <summary>The text of a person needs the dossier's salt: one read more, beside that of the project.</summary>
    [Fact]
    public async Task Reply_costs_nine_requests_with_the_mail_that_quotes_it()
    {
        var department = await CountedDepartment.Open(Data);
        var sent = department.Sent;
        var cost = await department.Measure(
            () => department.Record("P-0", new ReportReply(new FreeText("Merci, je choisis demain."), department.Now), CountedDepartment.Camille),
            () => department.Run("P-0"));
        AssertCost(cost, all: 9, bytes: 60_000);
        Assert.Equal(sent + 1, department.Sent);
    }

    [Fact]
    public async Task Wake_without_work_costs_one_request()
    {
        var department = await CountedDepartment.Open(Data);
        AssertCost(await department.Measure(() => department.Run("P-0")), all: 1, bytes: 20_000);
    }

    [Fact]
    public async Task Wake_with_a_mail_and_a_webhook_costs_five_requests()
    {
        var department = await CountedDepartment.Open(Data);
        await department.Record("P-0", new RecordCall(CallOutcome.Serious, department.Now), CountedDepartment.Camille);
        department.Now += Duration.FromMinutes(3);
        var sent = department.Sent;
        AssertCost(await department.Measure(() => department.Run("P-0")), all: 5, bytes: 40_000, serial: 4);
        Assert.Equal(sent + 2, department.Sent);
    }

    [Fact]
    public async Task Commands_of_many_callers_share_their_index_updates()
    {
        const int Callers = 32;
        var department = await CountedDepartment.Open(Data);
        await Task.WhenAll(Enumerable.Range(1, Callers).Select(i => department.Submit($"P-{i}")));
        var cost = await department.Measure(() => Task.WhenAll(Enumerable.Range(1, Callers).Select(i => department.Report($"P-{i}", "R-2"))));

        // A read and a transaction each; the four partitions share the rest.
        Assert.InRange(cost.All, 2 * Callers, 3 * Callers);
        Assert.Equal(Callers, (await department.Store.Index.GetProjectsOfProvider("R-2")).Length);
        await Task.WhenAll(Enumerable.Range(1, Callers).Select(i => department.Run($"P-{i}")));
        Assert.Equal(Callers + 1, (await Store.Index.GetWorkloads())[A.Camille].OpenProjects);
    }

    [Fact]
    public async Task Watchdog_costs_eight_requests_when_nothing_is_overdue()
    {
        var department = await CountedDepartment.Open(Data);
        Assert.Equal(8, (await department.Measure(department.RunWatchdog)).All);
    }

    [Fact]
    public async Task No_signal_is_raised_for_what_the_next_look_finds_in_time()
    {
        var department = await CountedDepartment.Open(Data);
        var before = department.Signals;
        await department.Report("P-0", "R-2");
        Assert.Equal(before, department.Signals);
        await department.Record("P-0", new ReportReply(new FreeText("Merci."), department.Now), CountedDepartment.Camille);
        Assert.Equal(before + 1, department.Signals);
    }

    [Fact]
    public async Task Own_commits_show_in_the_index_at_once()
    {
        var department = await CountedDepartment.Open(Data);
        for (var i = 1; i <= 10; i++)
        {
            await department.Submit($"P-{i}");
            Assert.Equal(i + 1, (await department.Store.Index.GetQueue(A.Camille, 100)).Length);
            Assert.Equal(i + 1, (await department.Store.Index.GetWorkloads())[A.Camille].OpenProjects);
        }
    }

    static void AssertCost(CountedDepartment.Cost cost, int all, long bytes, int serial = MaxSerial)
    {
        Assert.True(cost.Serial <= serial && cost.All <= all && cost.Bytes <= bytes, cost.ToString());
    }
}
