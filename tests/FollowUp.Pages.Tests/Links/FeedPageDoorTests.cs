using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Pages.Tests.Console;
using FollowUp.Pages.Tests.Scheduling;
using FollowUp.Web.Links;
using FollowUp.Web.Links.ProviderPages;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>
/// What the doors that people read show: subscription × scope × acted × phase × published, at a provider's own page, its daily mail, the website's webhook and the
/// preview of staff. The doors of the API are in <c>FeedDoorTests</c>.
/// </summary>
public sealed class FeedPageDoorTests
{
    sealed record Row(int Number, LocalDate? Until, FeedScope Scope, bool Acted, Phase Phase, bool Published)
    {
        public string Project => $"P-{Number}";

        public string Provider => $"PR-9{Number:D2}";

        public bool IsLive => Until is { Year: 2027 };

        public string PhaseName => TimelineText.GetPhaseName(Phase).French;
    }

    static IEnumerable<Row> Rows =>
        from until in new LocalDate?[] { new(2027, 6, 30), new(2026, 11, 22), null }
        from scope in Enum.GetValues<FeedScope>()
        from acted in new[] { true, false }
        from phase in new[] { Phase.AwaitingValidation, Phase.InFollowUp, Phase.Dead }
        from published in new[] { true, false }
        select new Row(0, until, scope, acted, phase, published);

    [Fact]
    public async Task Each_door_shows_what_the_table_says()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.RunDueJobs();
        var rows = Rows.Select((row, i) => row with { Number = i + 1 }).ToArray();
        Assert.Equal(72, rows.Length);
        foreach (var row in rows)
        {
            await Create(app, row);
        }

        // Until then a closing can be undone, and no door tells of it.
        await app.AdvanceTime(Duration.FromMinutes(11));
        var camille = await app.SignIn(TestApp.Nadia);
        foreach (var row in rows)
        {
            var own = (await app.NewBrowser().Get(GetPageAddress(app, await Find(app, row)))).Text;
            Check(row, "own page: the project", row.Acted, own.Contains(TitleOf(row), StringComparison.Ordinal));
            Check(row, "own page: the phase", row is { Acted: true, IsLive: true, Published: true }, own.Contains($"Où il en est {row.PhaseName}", StringComparison.OrdinalIgnoreCase));
            Check(row, "own page: what the client says", row is { Acted: true, IsLive: true } && row.Phase != Phase.AwaitingValidation, own.Contains("Le client dit", StringComparison.Ordinal));

            var preview = (await camille.Get($"/desk/projects/{row.Project}")).Text;
            Check(row, "preview: the phase", row.Published, preview.Contains($"Où en est le projet : {row.PhaseName}", StringComparison.OrdinalIgnoreCase));
        }

        await app.RunDueJobsAt("2026-11-24 08:00 +01");
        var webhooks = new RecordingWebhookSender();
        await ProviderNewsWebhooks.Run(app, webhooks);
        foreach (var row in rows)
        {
            var mail = Assert.Single((await app.DepartmentMails("provider-news", $"{row.Provider}@prestataire.example")).Take(2).DefaultIfEmpty());
            var isTold = row is { Acted: true, IsLive: true };
            Check(row, "mail", isTold, mail is not null);
            Check(row, "mail: the phase", isTold && row.Published, mail?.Text.Contains(row.PhaseName, StringComparison.OrdinalIgnoreCase) == true);
            Check(row, "webhook", isTold, webhooks.Sent.Any(sent => sent.Json.Contains($"\"{row.Provider}\"", StringComparison.Ordinal) && sent.Json.Contains($"\"{row.Project}\"", StringComparison.Ordinal)));
        }
    }

    static void Check(Row row, string door, bool expected, bool shown) => Assert.True(expected == shown, $"{door}: {(expected ? "missing" : "shown")} for {row}");

    static string TitleOf(Row row) => $"Projet numéro {row.Number} de la table";

    static async Task Create(TestApp app, Row row)
    {
        await app.Services.GetRequiredService<IDirectory>().PutProvider(
            new ProviderProfile(row.Provider, $"Atelier {row.Provider}", $"{row.Provider}@prestataire.example", Language.French, row.Until) { Scope = row.Scope, Mails = true });
        await app.SubmitProject(row.Project, title: TitleOf(row), client: $"C-{row.Number}");
        if (row.Phase != Phase.AwaitingValidation)
        {
            await app.RecordAsManager(row.Project, new RecordCall(CallOutcome.Serious, app.Now));
            await app.RecordAsManager(row.Project, new RecordCall(CallOutcome.StillLooking, app.Now));
        }

        if (row.Acted)
        {
            await app.Record(row.Project, new ReportProviderAction(row.Provider, ProviderActionKind.Quote, app.Now), Actor.Website);
        }

        if (!row.Published)
        {
            await app.RecordAsManager(row.Project, new ShareFact(SharedFact.Phase, Published: false));
        }

        if (row.Phase == Phase.Dead)
        {
            await app.RecordAsManager(row.Project, new Close(Outcome.Dead(DeathReason.Abandoned), null));
        }
    }

    static async Task<ProviderProfile> Find(TestApp app, Row row) =>
        (await app.Services.GetRequiredService<IDirectory>().FindProvider(row.Provider, TestContext.Current.CancellationToken))!;

    static string GetPageAddress(TestApp app, ProviderProfile provider) =>
        app.Services.GetRequiredService<LinkTokens>().FormatAddress(ProviderLinks.Create(provider, app.Now)).PathAndQuery;
}
