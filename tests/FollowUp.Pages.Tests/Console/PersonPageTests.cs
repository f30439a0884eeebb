using System.Net;
using System.Text;
using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The pages of persons: what is held and why, exports, erasure.</summary>
public sealed class PersonPageTests
{
    const string Address = "/desk/persons";
    const string Person = $"{Address}/{TestApp.Client}";

    [Theory]
    [InlineData("jeanne martin")]
    [InlineData("jeanne@martin.example")]
    [InlineData("01 99 00 12 34")]
    [InlineData("P-1")]
    [InlineData("C-1")]
    public async Task Person_is_found_by_name_address_number_and_id(string text)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        await app.SubmitProject("P-2", client: "C-2", email: "other@example.com");
        var nadia = await app.SignIn(TestApp.Nadia);

        var found = (await nadia.Fill(Address, new() { ["text"] = text })).Text;

        Assert.Contains("href=\"/desk/persons/C-1\"", (await nadia.Fill(Address, new() { ["text"] = text })).Html, StringComparison.Ordinal);
        Assert.Contains("Jeanne Martin, Atelier Martin", found, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "list-persons", Code: "done" });
    }

    [Fact]
    public async Task Exports_hold_link_fetches_withdrawn_consents_and_complaints_of_others()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Prepare(app);

        var page = (await nadia.Get(Person)).Text;
        Assert.Contains("code de la consommation, art. L223-1", page, StringComparison.Ordinal);
        Assert.Contains("Réclamations d’autres qui la nomment", page, StringComparison.Ordinal);
        Assert.Contains("effacement le vendredi 23 novembre 2029", page, StringComparison.Ordinal);

        var readable = (await nadia.Get($"{Person}/export")).Text;
        Assert.Contains("accord retiré pour plus tard", readable, StringComparison.Ordinal);
        Assert.Contains("page du client, ouvert (GET) par un navigateur", readable, StringComparison.Ordinal);
        Assert.Contains("Mme Martin, 01 99 00 12 34", readable, StringComparison.Ordinal);

        var download = await nadia.Get($"{Person}/export.json");
        Assert.Equal("application/json", download.Headers["Content-Type"]);
        using var json = JsonDocument.Parse(download.Html);
        Assert.Equal("K-1", json.RootElement.GetProperty("namedIn")[0].GetProperty("id").GetString());
        Assert.Equal("browser", json.RootElement.GetProperty("projects")[0].GetProperty("linkFetches")[0].GetProperty("by").GetString());
        Assert.False(json.RootElement.GetProperty("person").GetProperty("consents").EnumerateArray().Last().GetProperty("given").GetBoolean());
        Assert.Equal(2, (await app.Audit(null)).Count(entry => entry is { What: "export-client", Code: "done" }));
    }

    [Fact]
    public async Task Erasure_reports_what_was_searched_again_and_leaves_no_byte_of_the_person()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Prepare(app);
        Assert.Contains("zebulonmartin", ReadFiles(app), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await nadia.Fill(Person, new() { ["client"] = "C-2" })).Status);
        var done = (await nadia.Fill(Person, new() { ["client"] = "C-1" })).Text;

        Assert.Contains("Vérifié : une nouvelle recherche n’a rien trouvé. La personne est masquée dans une réclamation d’un autre.", done, StringComparison.Ordinal);
        Assert.Contains("Personne effacée", done, StringComparison.Ordinal);
        var complaint = await app.Services.GetRequiredService<IComplaints>().Find("K-1", TestContext.Current.CancellationToken);
        Assert.Equal("[…], […], ne répond pas.", complaint!.Text.Replace("Mme ", "", StringComparison.Ordinal).Replace("*", "[…]", StringComparison.Ordinal));
        foreach (var trace in Traces())
        {
            Assert.DoesNotContain(trace, ReadFiles(app), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Submission_from_before_the_erasure_is_not_taken_and_a_newer_one_is()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Prepare(app);
        await nadia.Fill(Person, new() { ["client"] = "C-1" });
        var before = app.Now - Duration.FromMinutes(1);
        app.Time.Advance(TimeSpan.FromMinutes(1));

        await app.SubmitProject("P-8", submittedAt: before);
        Assert.Null(await app.Dossier("P-8"));
        Assert.Contains(await app.Audit(null), entry => entry is { What: "submit", Code: "erased-since" });
        Assert.Contains("n’est plus repris", (await nadia.Get(Person)).Text, StringComparison.Ordinal);

        await app.SubmitProject("P-9");
        Assert.NotNull(await app.Dossier("P-9"));
    }

    [Fact]
    public async Task Coordinators_and_sales_are_refused_and_audited()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject("P-1");
        foreach (var staff in new[] { TestApp.Camille, TestApp.Simon })
        {
            var browser = await app.SignIn(staff);
            foreach (var path in new[] { Address, Person, $"{Person}/export", $"{Person}/export.json" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(path)).Status);
            }

            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post(Person, new() { ["client"] = "C-1" })).Status);
            Assert.Equal(
                ["erase-client", "export-client", "export-client", "list-persons", "read-person"],
                (await app.Audit(null)).Where(entry => entry.By == staff.Id && entry.Code == "managers-only").Select(entry => entry.What).Order());
        }

        Assert.NotNull(await app.Dossier("P-1"));
    }

    /// <summary>A project with notes, a fetched link, a withdrawn consent and a provider's complaint that names the client.</summary>
    static async Task<Browser> Prepare(TestApp app)
    {
        await app.SubmitProject("P-1", email: "zebulonmartin@martin.example");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Jeanne Martin préfère le matin"), Visibility.Internal));
        await app.Record("P-1", new RecordConsent(ConsentScope.Later, false, app.Now, null, null, null), Actor.Website);
        await app.Services.GetRequiredService<IAuditLog>().Write(
            new AuditEntry(app.Now, "P-1", "anybody", "browser", "fetch-link", "get client-page"), TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<IComplaints>().Add(
            new Complaint("K-1", "provider", "PR-1", "P-1", "Mme Martin, 01 99 00 12 34, ne répond pas.", app.Now), TestContext.Current.CancellationToken);
        await app.AdvanceTime(Duration.FromMinutes(3));
        return await app.SignIn(TestApp.Nadia);
    }

    /// <summary>The person in plain text and in other encodings.</summary>
    static IEnumerable<string> Traces()
    {
        string[] plain = ["Jeanne", "Martin, 01", "Atelier Martin", "zebulonmartin", "+33199001234", "01 99 00 12 34", "0199001234", "Jeanne Martin préfère"];
        return plain.SelectMany(text => (IEnumerable<string>)
        [
            Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
            Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')[..^1],
            Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        ]);
    }

    /// <summary>All bytes of the store's files, as Latin-1.</summary>
    static string ReadFiles(TestApp app)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(app.DatabaseFile)!))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
