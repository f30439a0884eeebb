using FollowUp.Application.Ports;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Domain.Calendars;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace FollowUp.Pages.Tests.Scheduling;

/// <summary>Runs the job that tells the website of providers' news, with a website of the test.</summary>
static class ProviderNewsWebhooks
{
    public static async Task Run(TestApp app, IWebhookSender website)
    {
        var job = new ProviderNewsWebhookJob(
            app.Services.GetRequiredService<IDirectory>(), app.Services.GetRequiredService<ProviderProjectQuery>(), website,
            app.Services.GetRequiredService<IKeyValueStore>(), WorkingCalendar.France, app.Time);

        // The application's own run, which has no website, counts as none.
        await app.Services.GetRequiredService<IKeyValueStore>().Remove("provider-news-webhook:last-run");
        var news = Assert.Single(await job.GetJobs());
        await news.Run(app.Time.GetCurrentInstant(), CancellationToken.None);
    }
}
