using NodaTime;

namespace FollowUp.Pages.Tests.Console;

public sealed class TechnicalLayerTests
{
    const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    const string Filter = "Mozilla/5.0 (compatible; Barracuda Sentinel)";

    [Theory]
    [InlineData(Chrome, false, "lien de réponse à une relance, ouvert (GET) par un navigateur")]
    [InlineData(Chrome, true, "lien de réponse à une relance, sondé (HEAD) par un programme")]
    [InlineData(Filter, false, "lien de réponse à une relance, ouvert (GET) par un filtre de messagerie")]
    [InlineData("Mozilla/5.0 HeadlessChrome/140.0.0.0", false, "lien de réponse à une relance, ouvert (GET) par un programme")]
    [InlineData(null, false, "lien de réponse à une relance, ouvert (GET) par un programme")]
    public async Task Link_fetch_is_shown_and_is_no_sign_of_life(string? agent, bool head, string words)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var link = await app.CreateRelaunchLink();
        var before = await app.Project("P-1");
        var fetcher = app.NewBrowser(agent);

        await (head ? fetcher.Head(link) : fetcher.Get(link));

        var page = await (await app.SignIn(TestApp.Camille)).Get("/desk/projects/P-1");
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        var after = await app.Project("P-1");
        Assert.Equal((before.Version, before.LastSignOfLife), (after.Version, after.LastSignOfLife));
    }

    [Fact]
    public async Task Fetches_are_recorded_once_an_hour_for_each_link_method_and_kind_of_caller()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        for (var hour = 0; hour < 2; hour++)
        {
            for (var i = 0; i < 50; i++)
            {
                await app.NewBrowser($"Mozilla/5.0 (compatible; Barracuda/{i})").Get(link + $"?lang={(i % 2 == 0 ? "fr" : "en")}");
                await app.NewBrowser(Chrome).Get(link + "/unsubscribe");
            }

            await app.AdvanceTime(Duration.FromHours(1));
        }

        Assert.Equal(
            ["browser get relaunch-answer", "browser get relaunch-answer", "mail-scanner get relaunch-answer", "mail-scanner get relaunch-answer"],
            (await app.Audit("P-1")).Select(e => $"{e.By} {e.Code}").Order());
    }

    [Fact]
    public async Task Fetch_record_identifies_no_person()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        await app.NewBrowser("Mozilla/5.0 (Secret Browser of Jeanne)").Get(link);
        await app.NewBrowser().Get("/l/forged");

        var entry = Assert.Single(await app.Audit("P-1"));

        Assert.Equal(("anybody", "browser", "fetch-link", "get relaunch-answer"), (entry.Role, entry.By, entry.What, entry.Code));
    }

    [Fact]
    public async Task Technical_layer_shows_mails_with_their_state_and_refusals_with_their_code()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateRelaunchLink();
        var first = (await app.Store.LoadMessages("P-1", pendingOnly: false, TestContext.Current.CancellationToken))[0];
        await app.Store.UpdateMessage(
            first with { State = FollowUp.Application.Ports.MessageState.Dropped, Note = "no-address" }, TestContext.Current.CancellationToken);
        await app.Record("P-1", new FollowUp.Domain.Projects.Commands.AddNote(new FollowUp.Domain.Text.FreeText("Poussez"), FollowUp.Domain.Projects.Commands.Visibility.Internal), new FollowUp.Domain.Permissions.Actor(FollowUp.Domain.Permissions.Role.Sales, TestApp.Simon.Id));

        var camille = (await (await app.SignIn(TestApp.Camille)).Get("/desk/projects/P-1")).Text;
        var simon = (await (await app.SignIn(TestApp.Simon)).Get("/desk/projects/P-1")).Text;

        Assert.Contains("première relance envoi effectué", camille, StringComparison.Ordinal);
        Assert.Contains("non envoyé : pas d’adresse", camille, StringComparison.Ordinal);
        Assert.Contains("add-note Simon Lacaze, sales-do-not-follow-up", camille, StringComparison.Ordinal);
        Assert.DoesNotContain("Journal technique", simon, StringComparison.Ordinal);
    }
}
