using Azure.Data.Tables;
using Azure.Identity;
using FollowUp.Application.Settings;
using FollowUp.Storage.Tables;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Functions.Hosting;

/// <summary>Opens the store that the settings name.</summary>
static class StoreRegistration
{
    /// <summary>A developer names the emulator by a connection string; in Azure there is an address only, and the app's identity enters.</summary>
    public static bool UsesConnectionString(IConfiguration configuration) => configuration["FollowUpTables"] is { Length: > 0 };

    /// <exception cref="InvalidOperationException">The settings name no tables.</exception>
    public static Task<TablesStore> OpenStore(IConfiguration configuration)
    {
        if (configuration["FollowUpTables"] is { Length: > 0 } connection)
        {
            return TablesStore.Open(connection);
        }

        return Uri.TryCreate(configuration["FollowUpTables:serviceUri"], UriKind.Absolute, out var address)
            ? TablesStore.Open(new TableServiceClient(address, new DefaultAzureCredential()))
            : throw new InvalidOperationException("The setting FollowUpTables__serviceUri is missing or no absolute address.");
    }

    /// <summary>The website's function key is asked for a second time, in code; so the code must know it.</summary>
    public static async Task SaveWebsiteKey(AccessKeys keys, IConfiguration configuration)
    {
        if (configuration["WebsiteKey"] is { Length: > 0 } key)
        {
            await keys.Set(AccessKeyKind.Website, key);
        }
    }
}
