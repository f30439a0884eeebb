using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>The website is told which projects of a subscribed provider have moved, where that is chosen.</summary>
public sealed class ProviderNewsWebhookTests
{
    [Fact]
    public async Task Website_learns_the_ids_of_moved_projects_once_and_nothing_of_the_client()
    {
        await using var app = await StartWithProjects();
        var website = new RecordingWebhookSender();

        await ProviderNewsWebhooks.Run(app, website);
        await ProviderNewsWebhooks.Run(app, website);

        var (id, json) = Assert.Single(website.Sent, sent => sent.Json.Contains("PR-1", StringComparison.Ordinal));
        Assert.StartsWith("provider-news.", id, StringComparison.Ordinal);
        var body = JsonDocument.Parse(json).RootElement;
        Assert.Equal("provider.news", body.GetProperty("type").GetString());
        Assert.Equal("PR-1", body.GetProperty("data").GetProperty("provider").GetString());
        Assert.Equal(["P-1", "P-2", "P-3"], body.GetProperty("data").GetProperty("projects").EnumerateArray().Select(project => project.GetString()).Order());
        Assert.DoesNotContain("Martin", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@", id + json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_website_that_refuses_one_provider_gets_it_again_under_its_id_and_the_others_once()
    {
        await using var app = await StartWithProjects();
        var website = new RecordingWebhookSender { Refuses = json => json.Contains("PR-1", StringComparison.Ordinal) };

        await Assert.ThrowsAsync<AggregateException>(() => ProviderNewsWebhooks.Run(app, website));
        website.Refuses = null;
        await ProviderNewsWebhooks.Run(app, website);

        Assert.Equal(2, website.Sent.Count);
        Assert.Equal(2, website.Sent.Select(sent => sent.Id).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_sent_where_it_is_not_chosen()
    {
        await using var app = await StartWithProjects();
        var website = new RecordingWebhookSender { Events = [] };
        await ProviderNewsWebhooks.Run(app, website);
        Assert.Empty(website.Sent);
    }

    /// <summary>Three projects of PR-1, one of them also of PR-2 and one of PR-3, which has no subscription. None asked for mails.</summary>
    static async Task<TestApp> StartWithProjects()
    {
        var app = await TestApp.Start();
        var directory = app.Services.GetRequiredService<IDirectory>();
        await directory.PutProvider(new ProviderProfile("PR-1", "Studio Hirondelle", "bonjour@hirondelle.example", Language.French, new(2027, 6, 30)));
        await directory.PutProvider(new ProviderProfile("PR-2", "Northlight", "hello@northlight.example", Language.English, new(2027, 6, 30)) { Scope = FeedScope.Mine });
        await app.CreateProjectInFollowUp("P-1");
        await app.CreateProjectInFollowUp("P-2");
        await app.Record("P-2", new ReportProviderAction("PR-2", ProviderActionKind.Visit, app.Now), Actor.Website);
        await app.CreateProjectInFollowUp("P-3");
        await directory.PutProvider(new ProviderProfile("PR-3", "Sans Abonnement", "x@sans.example", Language.French, null));
        await app.Record("P-3", new ReportProviderAction("PR-3", ProviderActionKind.Quote, app.Now), Actor.Website);
        await app.AdvanceTime(DepartmentSteps.ParseInstant("2026-11-24 08:00 +01") - app.Now);
        return app;
    }
}
