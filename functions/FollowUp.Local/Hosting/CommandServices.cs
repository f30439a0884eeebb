using FollowUp.Delivery.Lookups;
using FollowUp.Delivery.Webhooks;
using FollowUp.Local.Hosting.KeyRing;
using FollowUp.Storage.Shared;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Local.Hosting;

/// <summary>The services of the application and of the pages for a command that serves nothing. They have the settings that <c>serve</c> has.</summary>
static class CommandServices
{
    /// <param name="store">The opened store.</param>
    /// <param name="time">The clock of the installation.</param>
    /// <param name="cancellation">Cancels the reading of settings.</param>
    /// <exception cref="CommandLine.BadArgumentException">The setting of the public address is not an http or https address.</exception>
    public static async Task<ServiceProvider> Build(IStore store, TimeProvider time, CancellationToken cancellation)
    {
        var configuration = ReadConfiguration();
        var served = await ServedAddress.Find(store.Settings, cancellation);
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(time).AddStore(store)
            .AddDepartmentSettings(configuration)
            .AddSingleton<IOptionsChangeTokenSource<PagesOptions>>(new ConfigurationChangeTokenSource<PagesOptions>(configuration))
            .AddMail(configuration, demo: false).AddWebhooks(configuration).AddSingleton<WebhookProbe>().AddMailDomains()
            .AddAnchors(configuration)
            .AddFollowUpApplication().AddFollowUpPages(pages => pages.PublicBase =
                PublicAddress.FindSetting(configuration) ?? served ?? PublicAddress.GetBrowsableAddress(ServeOptions.DefaultUrls));
        KeyRingProtection.AddTo(collection, configuration, store.KeyRing);
        var services = collection.BuildServiceProvider();
        await services.GetRequiredService<CurrentSettings>().Refresh(cancellation);
        return services;
    }

    /// <summary>The settings of a process that is no host: the file beside the program, and the environment.</summary>
    public static ConfigurationManager ReadConfiguration()
    {
        var configuration = new ConfigurationManager();
        configuration.SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        return configuration;
    }
}
