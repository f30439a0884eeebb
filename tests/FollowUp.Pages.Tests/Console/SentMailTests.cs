using System.Net;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Clients;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>The mails of a project, readable on its page as they left.</summary>
public sealed class SentMailTests
{
    [Fact]
    public async Task Mail_is_readable_as_it_left_without_the_tokens_of_its_links()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var link = await app.CreateRelaunchLink();
        var mail = Assert.Single(await app.MailsOf(MessageKind.RelaunchFirst)).Mail;
        var page = await (await app.SignIn(TestApp.Camille)).Get("/desk/projects/P-1");
        var token = link["/l/".Length..];

        Assert.Contains(token, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Mails envoyés", page.Text, StringComparison.Ordinal);
        Assert.Contains("où en êtes-vous", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://suivi.example/l/…", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mails envoyés", (await (await app.SignIn(TestApp.Simon)).Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_of_a_person_has_the_mails_and_their_erasure_removes_them()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateRelaunchLink();
        foreach (var kept in await app.AllMails())
        {
            await app.RemoveFromMailbox(kept.Mail.MessageId);
        }

        var export = (await app.Services.GetRequiredService<ClientExportQuery>().Export(TestApp.Client, Language.French, TestContext.Current.CancellationToken))!;
        var relaunch = Assert.Single(Assert.Single(export.Projects).Messages, m => m.Kind == "relaunch-first");
        Assert.Contains("Refonte du site", relaunch.Subject, StringComparison.Ordinal);
        Assert.NotNull(relaunch.Text);

        var erased = await app.Services.GetRequiredService<PersonEraser>().Erase(TestApp.Client, new Actor(Role.Manager, TestApp.Nadia.Id), TestContext.Current.CancellationToken);
        Assert.True(erased!.Verified);
        Assert.Empty(await app.Store.LoadSentMails("P-1", TestContext.Current.CancellationToken));
        var page = await (await app.SignIn(TestApp.Camille)).Get("/desk/projects/P-1");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("texte effacé", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relaunch_that_falls_due_while_a_closing_may_be_undone_leaves_after_the_undo()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var camille = new Actor(Role.Coordinator, TestApp.Camille.Id);

        // The relaunch is decided, and the project is closed before it leaves.
        app.Time.SetUtcNow((await app.Project("P-1")).WakeAt!.Value.ToDateTimeOffset());
        await app.Services.GetRequiredService<ProjectCommands>().Advance("P-1", TestContext.Current.CancellationToken);
        await app.Record("P-1", new Close(Outcome.Dead(DeathReason.Duplicate)), camille);
        await app.AdvanceTime(Duration.FromMinutes(2));
        Assert.Empty(await app.MailsOf(MessageKind.RelaunchFirst));

        await app.Record("P-1", new Undo(), camille);
        await app.AdvanceTime(Duration.FromMinutes(10));
        Assert.Single(await app.MailsOf(MessageKind.RelaunchFirst));
    }

    [Fact]
    public async Task Undo_names_what_has_left_already()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        await app.AdvanceTime(Duration.FromHours(2));
        var camille = await app.SignIn(TestApp.Camille);
        await app.Record("P-1", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + Duration.FromHours(24)), new Actor(Role.Coordinator, TestApp.Camille.Id));
        Assert.DoesNotContain("Déjà parti", (await camille.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
        await app.AdvanceTime(Duration.FromMinutes(1));

        Assert.Contains("Déjà parti : confirmation d’appel", (await camille.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
        var undone = await camille.Fill("/desk/projects/P-1", new() { ["do"] = "undo" });
        Assert.Contains("Déjà parti : confirmation d’appel", (await camille.Get(undone.Location)).Text, StringComparison.Ordinal);
    }
}
