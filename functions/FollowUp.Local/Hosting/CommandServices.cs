using FollowUp.Storage.Shared;
using FollowUp.Web.Shared.Setup;

namespace FollowUp.Local.Hosting;

/// <summary>The services of the application and of the pages for a command that serves nothing.</summary>
static class CommandServices
{
    /// <param name="store">The opened store.</param>
    /// <param name="time">The clock of the installation.</param>
    /// <param name="cancellation">Cancels the reading of the public address.</param>
    /// <exception cref="CommandLine.BadArgumentException">The setting of the public address is not an http or https address.</exception>
    public static async Task<ServiceProvider> Build(IStore store, TimeProvider time, CancellationToken cancellation)
    {
        var configuration = ReadConfiguration();
        var address = PublicAddress.FindSetting(configuration)
            ?? await ServedAddress.Find(store.Settings, cancellation)
            ?? PublicAddress.GetBrowsableAddress(ServeOptions.DefaultUrls);
        return new ServiceCollection().AddLogging().AddSingleton(configuration).AddSingleton(time).AddStore(store)
            .AddFollowUpApplication().AddFollowUpPages(pages => pages.PublicBase = address)
            .BuildServiceProvider();
    }

    /// <summary>The settings that <c>serve</c> reads too.</summary>
    public static IConfiguration ReadConfiguration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
}
