using System.Globalization;
using System.Net;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>Forms that were left open while their project changed.</summary>
public sealed class ChangedProjectTests
{
    static async Task<TestApp> Open()
    {
        var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        return app;
    }

    static async Task<string> Version(TestApp app) => (await app.Project("P-1")).Version.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_form_on_a_changed_project_shows_what_happened_and_keeps_what_was_typed()
    {
        await using var app = await Open();
        var camille = await app.SignIn(TestApp.Camille);
        Dictionary<string, string> form = new()
        {
            ["do"] = "snooze", ["until"] = "2026-12-20", ["reason"] = "Budget en janvier.", ["version"] = await Version(app),
        };
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Le client a changé d’avis."), Visibility.Internal));

        var asked = await camille.Fill("/desk/projects/P-1", form);

        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("Le projet a changé depuis que cette page est ouverte", asked.Text, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Depuis l’ouverture de la page\"", asked.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Budget en janvier.\"", asked.Html, StringComparison.Ordinal);
        Assert.Null((await app.Project("P-1")).Agenda.Snooze);

        form["confirmed"] = "true";
        var recorded = await camille.Fill("/desk/projects/P-1", form);

        Assert.Equal(HttpStatusCode.SeeOther, recorded.Status);
        Assert.Equal(new LocalDate(2026, 12, 20), (await app.Project("P-1")).Agenda.Snooze!.Until);
    }

    [Fact]
    public async Task A_call_on_a_changed_project_asks_on_the_call_screen_too()
    {
        await using var app = await Open();
        var camille = await app.SignIn(TestApp.Camille);
        Dictionary<string, string> form = new() { ["do"] = "record-call", ["outcome"] = "serious", ["version"] = await Version(app) };
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Déjà vu avec elle."), Visibility.Internal));

        var asked = await camille.Fill("/desk/call/P-1", form);

        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("J’ai vu, enregistrer quand même", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Déjà vu avec elle.", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_on_a_changed_project_is_recorded_without_a_question()
    {
        await using var app = await Open();
        var camille = await app.SignIn(TestApp.Camille);
        var version = await Version(app);
        await app.RecordAsManager("P-1", new AddNote(new FreeText("Une note."), Visibility.Internal));

        var recorded = await camille.Fill("/desk/projects/P-1", new() { ["do"] = "add-note", ["text"] = "Une autre.", ["version"] = version });

        Assert.Equal(HttpStatusCode.SeeOther, recorded.Status);
    }

    [Fact]
    public async Task A_form_sent_twice_is_not_asked_about()
    {
        await using var app = await Open();
        var camille = await app.SignIn(TestApp.Camille);
        Dictionary<string, string> form = new()
        {
            ["do"] = "snooze", ["until"] = "2026-12-20", ["reason"] = "Plus tard.", ["version"] = await Version(app), ["once"] = "abc.snooze.",
        };
        await camille.Fill("/desk/projects/P-1", form);

        Assert.Equal(HttpStatusCode.SeeOther, (await camille.Fill("/desk/projects/P-1", form)).Status);
    }
}
