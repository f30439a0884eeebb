using System.Text;
using System.Text.Json;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Local.Hosting;
using FollowUp.Local.ImportExport;
using FollowUp.Storage.Shared;

namespace FollowUp.Local.Tests.ImportExport;

/// <summary>Exports that are imported again, plainly and by <c>--restore</c>. All persons are invented.</summary>
public sealed class RestoreTests : IDisposable
{
    readonly CommandLine commandLine = new();

    public void Dispose() => commandLine.Dispose();

    [Theory]
    [InlineData("refused-contact", "the project ended as refused-contact")]
    [InlineData("abandoned", "the project ended as abandoned")]
    public async Task A_plain_import_names_what_it_would_revive(string reason, string named)
    {
        var (code, _, errors) = await Import(Item("P-1", $$"""{"phase":"dead","result":"dead","reason":"{{reason}}"}"""));
        Assert.Equal(1, code);
        Assert.Contains($"item 1: state: {named}", errors, StringComparison.Ordinal);
        Assert.Null(await Load("P-1"));
    }

    [Fact]
    public async Task A_plain_import_names_an_opt_out_of_an_open_project()
    {
        var (_, _, errors) = await Import(
            $"{Item("P-1", """{"phase":"in-follow-up","calls":"true","mails":"false"}""")},{Item("P-2", """{"phase":"dormant","calls":"false","mails":"true"}""")}");
        Assert.Contains("item 1: state: the client gets no more mails", errors, StringComparison.Ordinal);
        Assert.Contains("item 2: state: the client is not to be called any more", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_refusal_is_dead_and_nobody_is_told()
    {
        var item = Item("P-1", """{"phase":"dead","result":"dead","reason":"refused-contact","lastSignOfLife":"2026-11-20T09:00:00+01:00"}""");
        Assert.Contains("1 taken", (await Import(item, "--restore")).Errors, StringComparison.Ordinal);
        Assert.Contains("1 known already", (await Import(item, "--restore")).Errors, StringComparison.Ordinal);
        Assert.Contains("1 known already", (await Import(item)).Errors, StringComparison.Ordinal);

        var project = (await Load("P-1"))!;
        Assert.Equal((Phase.Dead, DeathReason.RefusedContact), (project.Phase, project.Outcome!.Reason));
        Assert.Equal((true, true), (project.Contact.MayCall, project.Contact.MayMail));
        Assert.Equal("Jeanne Roy", await UseStore(async store => (await store.Projects.LoadDossier("P-1"))?.Name));
        Assert.Empty(await UseStore(async store => await store.Projects.LoadMessages("P-1", pendingOnly: false)));
    }

    [Fact]
    public async Task A_refusal_on_one_project_closes_no_channel_of_the_person()
    {
        await Import(Item("P-1", """{"phase":"dead","result":"dead","reason":"refused-contact","calls":"true","mails":"true"}"""), "--restore");
        await Import(Item("P-2", """{"phase":"in-follow-up","calls":"true","mails":"true"}"""), "--restore");
        var person = (await UseStore(async store => await store.Persons.Load("C-1")))!;
        Assert.Equal([ObjectionKind.AllContact], person.Objections.Select(objection => objection.Kind));
        var project = (await Load("P-2"))!;
        Assert.Equal((true, true), (project.Contact.MayCall, project.Contact.MayMail));
    }

    [Fact]
    public async Task A_bounce_stays_a_fault_of_the_address_of_its_project()
    {
        await Import(Item("P-1", """{"phase":"in-follow-up","calls":"true","mails":"false","mailFailed":"true"}"""), "--restore");
        Assert.True((await Load("P-1"))!.Contact is { MayMail: false, MailFailed: true });
        await Import(Item("P-2", """{"phase":"in-follow-up","calls":"true","mails":"true"}"""), "--restore");
        Assert.True((await Load("P-2"))!.Contact.MayMail);
    }

    [Fact]
    public async Task A_won_project_keeps_its_provider_and_amount()
    {
        await Import(Item("P-1", """{"phase":"won","result":"won","provider":"PR-1","amount":"4200.5"}"""), "--restore");
        Assert.Equal(Outcome.Won("PR-1", 4200.5m), (await Load("P-1"))!.Outcome);
    }

    [Fact]
    public async Task An_open_project_goes_on_with_its_opt_outs()
    {
        await Import(Item("P-1", """{"phase":"in-follow-up","calls":"true","mails":"false"}"""), "--restore");
        var project = (await Load("P-1"))!;
        Assert.Equal((Phase.InFollowUp, true, false), (project.Phase, project.Validated, project.Contact.MayMail));
        Assert.NotNull(project.Next);
    }

    [Fact]
    public async Task The_tombstone_of_an_erased_person_comes_back_without_data()
    {
        const string Tombstone = """{"id":"P-1","submission":null,"state":{"phase":"dead","result":"dead","reason":"erased","client":"C-1","clientType":"person","language":"fr","submittedAt":"2026-11-20T09:00:00+01:00","erased":"true"},"timeline":[]}""";
        Assert.Contains("item 1: submission: the person was erased", (await Import(Tombstone)).Errors, StringComparison.Ordinal);
        Assert.Contains("1 taken", (await Import(Tombstone, "--restore")).Errors, StringComparison.Ordinal);
        var project = (await Load("P-1"))!;
        Assert.True(project.Erased);
        Assert.Equal(DeathReason.Erased, project.Outcome!.Reason);
        Assert.Null(await UseStore(async store => await store.Projects.LoadDossier("P-1")));
        Assert.Contains("1 refused", (await Import(Item("P-1", "{}"))).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"phase":"dead","reason":"tired"}""", "state.reason: 'tired'")]
    [InlineData("""{"phase":"won"}""", "state.provider")]
    [InlineData("""{"phase":"asleep"}""", "state.phase: 'asleep'")]
    [InlineData("""{"phase":"dead","reason":"abandoned","lastSignOfLife":"hier"}""", "state.lastSignOfLife: 'hier'")]
    public async Task A_state_that_cannot_be_is_refused_with_its_field(string state, string named)
    {
        Assert.Contains(named, (await Import(Item("P-1", state), "--restore")).Errors, StringComparison.Ordinal);
        Assert.Null(await Load("P-1"));
    }

    [Fact]
    public async Task A_past_deadline_is_history_for_an_import()
    {
        var item = Item("P-1", null).Replace("\"language\"", "\"deadline\":\"2026-11-20\",\"language\"", StringComparison.Ordinal);
        Assert.Contains("1 taken", (await Import(item)).Errors, StringComparison.Ordinal);
        Assert.Contains("1 known already", (await Import(item)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_of_a_thousandth_of_a_cent_does_not_abort_an_import()
    {
        var item = Item("P-1", null).Replace("\"language\"", "\"budget\":{\"min\":0.00001,\"currency\":\"EUR\"},\"language\"", StringComparison.Ordinal);
        Assert.Contains("2 taken, 0 known already, 0 refused", (await Import($"{item},{Item("P-2", null)}")).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'@home : domotique")]
    [InlineData("''=1+1")]
    [InlineData("=1+1;=2+2,-3")]
    [InlineData("a \"b\" ; c")]
    public async Task A_title_survives_export_and_import_as_CSV(string title)
    {
        var item = Item("P-1", null).Replace("\"Site vitrine\"", JsonSerializer.Serialize(title), StringComparison.Ordinal);
        Assert.Contains("1 taken", (await Import(item)).Errors, StringComparison.Ordinal);
        var csv = await UseStore(async store =>
        {
            using var output = new MemoryStream();
            await CsvExport.Write(store.Projects, output, TestContext.Current.CancellationToken);
            return output.ToArray();
        });
        Assert.All(Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(('"', '"'), (line[0], line[^1])));

        using var another = new CommandLine();
        Assert.Contains("1 taken", (await another.Import(csv)).Errors, StringComparison.Ordinal);
        Assert.Equal(title, await UseStore(async store => (await store.Projects.LoadDossier("P-1"))?.Title, another));
    }

    [Fact]
    public async Task Place_sole_trader_and_the_whole_consent_survive_export_and_import_as_CSV()
    {
        var trader = Item("P-1", null).Replace("\"phone\"", "\"soleTrader\":true,\"postalCode\":\"97110\",\"town\":\"Pointe-à-Pitre\",\"timeZone\":\"America/Guadeloupe\",\"phone\"", StringComparison.Ordinal);
        var person = Item("P-2", null).Replace("\"C-1\",\"type\":\"company\"", "\"C-2\",\"type\":\"person\"", StringComparison.Ordinal)
            .Replace("\"phone\"", "\"consentToCall\":{\"at\":\"2026-11-19T08:59:00+01:00\",\"text\":\"Oui\",\"scope\":\"later\",\"source\":\"formulaire\",\"version\":\"3\"},\"phone\"", StringComparison.Ordinal);
        Assert.Contains("2 taken", (await Import($"{trader},{person}")).Errors, StringComparison.Ordinal);
        var csv = await UseStore(async store =>
        {
            using var output = new MemoryStream();
            await CsvExport.Write(store.Projects, output, TestContext.Current.CancellationToken);
            return output.ToArray();
        });

        using var another = new CommandLine();
        Assert.Contains("2 taken", (await another.Import(csv)).Errors, StringComparison.Ordinal);
        var (project, dossier) = await UseStore(async store => ((await store.Projects.Load("P-1"))!.Project, await store.Projects.LoadDossier("P-1")), another);
        Assert.Equal((true, "America/Guadeloupe"), (project.IsSoleTrader, project.TimeZone));
        Assert.Equal(("97110", "Pointe-à-Pitre", "America/Guadeloupe"), (dossier!.PostalCode, dossier.Town, dossier.TimeZone));
        Assert.True(await UseStore(async store => (await store.Projects.Load("P-2"))!.Project.Contact.MayRelaunchByPhone, another));
        var consent = Assert.Single(await UseStore(async store => (await store.Persons.Load("C-2"))!.Consents, another));
        Assert.Equal((ConsentScope.Later, "formulaire", "3"), (consent.Scope, consent.Source, consent.Version));
    }

    Task<(int Code, string Output, string Errors)> Import(string items, params string[] options) => commandLine.Import(Encoding.UTF8.GetBytes($"[{items}]"), options);

    Task<Project?> Load(string id) => UseStore(async store => (await store.Projects.Load(id))?.Project);

    async Task<T> UseStore<T>(Func<IStore, Task<T>> use, CommandLine? folder = null)
    {
        using var store = DataFolder.Create((folder ?? commandLine).Data).OpenStore();
        return await use(store);
    }

    static string Item(string id, string? state)
    {
        var submission = $$$"""{"id":"{{{id}}}","title":"Site vitrine","category":"site-web","language":"fr","client":{"id":"C-1","type":"company","name":"Jeanne Roy","email":"jeanne@roy.example","phone":"0199001234"},"submittedAt":"2026-11-19T09:00:00+01:00"}""";
        return state is null ? submission : $$"""{"id":"{{id}}","submission":{{submission}},"state":{{state}},"timeline":[]}""";
    }
}
