using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The pages of complaints, from arrival to answer.</summary>
public sealed class ComplaintPageTests
{
    const string Address = "/desk/complaints";

    [Fact]
    public async Task Complaint_goes_from_arrival_to_answer()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Complain(app);
        Assert.Contains("Réclamations à répondre", (await nadia.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Réclamations à répondre", (await (await app.SignIn(TestApp.Camille)).Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("lun. 7 déc.", (await nadia.Get(Address)).Text, StringComparison.Ordinal);

        await nadia.Fill($"{Address}/C-1", new() { ["do"] = "take" });
        Assert.Contains("prise en charge · Nadia Rouvière", (await nadia.Get(Address)).Text, StringComparison.Ordinal);
        var answer = new Dictionary<string, string> { ["do"] = "answer", ["cause"] = "delay", ["text"] = "Vous avez raison.\n\nNous rappelons demain." };
        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.Fill($"{Address}/C-1", answer)).Status);
        await app.RunDueJobs();
        await app.RunDueJobs();

        var mail = Assert.Single(await app.DepartmentMails("complaint-answer"));
        Assert.Equal(("jeanne@martin.example", "Réponse à votre réclamation C-1"), (mail.To, mail.Subject));
        Assert.Contains("Nous rappelons demain.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Nadia Rouvière", mail.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await nadia.Fill($"{Address}/C-1", new(answer) { ["do"] = "take" }, null)).Status);
        Assert.Contains("Pas de nouvelles, ou un retard", (await nadia.Get(Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Réclamations à répondre", (await nadia.Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cause", "", "obligatoire")]
    [InlineData("text", "", "Le texte est obligatoire")]
    [InlineData("text", "[Votre réponse sur le fond]", "crochets")]
    public async Task Wrong_field_is_named_and_nothing_is_sent(string field, string value, string error)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Complain(app);

        var answer = await nadia.Fill($"{Address}/C-1", new() { ["do"] = "answer", ["cause"] = "delay", ["text"] = "Bien.", [field] = value });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(error, answer.Text, StringComparison.Ordinal);
        Assert.False((await app.Services.GetRequiredService<IComplaints>().Find("C-1", TestContext.Current.CancellationToken))!.IsAnswered);
    }

    [Fact]
    public async Task File_says_what_was_done_and_verifies_the_chain()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Complain(app);

        var file = (await nadia.Get($"{Address}/C-1/file")).Text;

        Assert.Contains("aucune n’a été modifiée", file, StringComparison.Ordinal);
        Assert.Contains("Appels (1)", file, StringComparison.Ordinal);
        Assert.Contains("Premier appel, 60 minutes ouvrées après le dépôt", file, StringComparison.Ordinal);
        Assert.Contains("Le client préfère le matin", file, StringComparison.Ordinal);
        Assert.Contains("Personne ne choisit à la place du client", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/l/", file, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "read-complaint-file", Code: "done" });
    }

    [Fact]
    public async Task File_shows_what_each_provider_did_and_how_long_after_publication()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.Services.GetRequiredService<IComplaints>().Add(new Complaint("C-2", "provider", "PR-2", "P-1", "Je n’ai aucune nouvelle.", app.Now), TestContext.Current.CancellationToken);
        var file = (await (await app.SignIn(TestApp.Nadia)).Get($"{Address}/C-2/file")).Text;

        Assert.Contains("Northlight Rien n’est enregistré sur ce projet", file, StringComparison.Ordinal);
        Assert.Contains("Studio Hirondelle Devis", file, StringComparison.Ordinal);
        Assert.Contains("moins d’une heure après la publication", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_to_a_provider_is_stopped_when_it_names_the_client_and_leaves_masked()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        await app.Services.GetRequiredService<IComplaints>().Add(new Complaint("C-2", "provider", "PR-2", "P-1", "Je n’ai aucune nouvelle.", app.Now), TestContext.Current.CancellationToken);
        var nadia = await app.SignIn(TestApp.Nadia);
        var answer = new Dictionary<string, string> { ["do"] = "answer", ["cause"] = "delay", ["text"] = "Jeanne Martin compare encore. Bien à vous." };

        var stopped = await nadia.Fill($"{Address}/C-2", answer);
        Assert.Equal(HttpStatusCode.Conflict, stopped.Status);
        Assert.Contains("Les prestataires ne doivent pas lire", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("Envoyer masqué", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("envoyer tel quel", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await nadia.Fill($"{Address}/C-2", new(answer) { ["masking"] = "as-written" })).Status);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "answer-complaint", Code: "personal-data-found" });

        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.Fill($"{Address}/C-2", new(answer) { ["masking"] = "masked" })).Status);
        await app.RunDueJobs();
        await app.RunDueJobs();
        var mail = Assert.Single(await app.DepartmentMails("complaint-answer"));
        Assert.DoesNotContain("Martin", mail.Text, StringComparison.Ordinal);
        Assert.Contains("[…] compare encore", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_to_a_provider_that_names_no_project_hides_the_clients_on_whose_projects_it_acted()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var complaints = app.Services.GetRequiredService<IComplaints>();
        foreach (var (id, provider) in new[] { ("C-3", "PR-1"), ("C-4", "PR-2") })
        {
            await complaints.Add(new Complaint(id, "provider", provider, null, "Où en sont mes projets ?", app.Now), TestContext.Current.CancellationToken);
        }

        var nadia = await app.SignIn(TestApp.Nadia);
        var answer = new Dictionary<string, string> { ["do"] = "answer", ["cause"] = "delay", ["text"] = "Madame Martin compare encore." };

        Assert.Equal(HttpStatusCode.Conflict, (await nadia.Fill($"{Address}/C-3", answer)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await nadia.Fill($"{Address}/C-4", answer)).Status);
    }

    [Theory]
    [InlineData("UPDATE timeline SET json = replace(json, 'no-answer', 'voicemail')", "ne suit pas de la précédente")]
    [InlineData("UPDATE words SET text = 'Le client préfère le soir'", "n’est plus celui d’origine")]
    public async Task File_shows_what_was_changed_behind_the_back_of_the_program(string sql, string fault)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Complain(app);
        Execute(app, sql);

        var file = (await nadia.Get($"{Address}/C-1/file")).Text;

        Assert.Contains(fault, file, StringComparison.Ordinal);
        Assert.Contains("modifiée après coup", file, StringComparison.Ordinal);
        Assert.DoesNotContain("aucune n’a été modifiée", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_outside_the_hours_is_named_with_its_rule_and_readers_with_their_time()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var nadia = await Complain(app);
        await app.AdvanceTime(NodaTime.Duration.FromHours(12));
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Le client compare encore"), Visibility.Shared));
        await app.Services.GetRequiredService<IAuditLog>().Write(
            new AuditEntry(app.Now, "P-1", "provider", "PR-1", "feed", "read"), TestContext.Current.CancellationToken);

        var file = (await nadia.Get($"{Address}/C-1/file")).Text;

        Assert.Contains("Hors des heures d’appel de la cadence du service", file, StringComparison.Ordinal);
        Assert.Contains("règle du service, aucun article de loi", file, StringComparison.Ordinal);
        Assert.Contains("lu par Studio Hirondelle le lundi 23 novembre 2026 à 21:00", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_complaint_stands_in_the_digest_of_the_manager()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.RunDueJobs();
        await Complain(app);
        await app.RunDueJobsAt("2026-11-24 07:31 +01");

        var digest = Assert.Single(await app.DepartmentMails("digest", TestApp.Nadia.Id));
        Assert.Contains("une réclamation à répondre", digest.Subject, StringComparison.Ordinal);
        Assert.Contains("lundi 7 décembre 2026", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinators_and_sales_are_refused_and_audited()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await Complain(app);
        foreach (var person in new[] { TestApp.Camille, TestApp.Simon })
        {
            var browser = await app.SignIn(person);
            foreach (var path in new[] { Address, $"{Address}/C-1", $"{Address}/C-1/file" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(path)).Status);
            }

            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post($"{Address}/C-1", new() { ["do"] = "answer" })).Status);
            Assert.Equal(
                ["answer-complaint", "list-complaints", "read-complaint", "read-complaint-file"],
                (await app.Audit(null)).Where(entry => entry.By == person.Id && entry.Code == "managers-only").Select(entry => entry.What).Order());
        }
    }

    /// <summary>A project with a missed call and a note, a complaint about it, and the manager's browser.</summary>
    static async Task<Browser> Complain(TestApp app)
    {
        await app.SubmitProject("P-1");
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.NoAnswer, app.Now));
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Le client préfère le matin"), Visibility.Internal));
        await app.Services.GetRequiredService<IComplaints>().Add(new Complaint("C-1", "client", TestApp.Client, "P-1", "Personne ne rappelle.", app.Now));
        return await app.SignIn(TestApp.Nadia);
    }

    static void Execute(TestApp app, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = app.DatabaseFile, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
