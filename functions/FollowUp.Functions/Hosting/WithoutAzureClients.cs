using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Hosting;

/// <summary>
/// Replaces FollowUp.Functions.AzureServices in an app that is built without that project. Settings that need the project fail the start.
/// </summary>
static class AzureClients
{
    /// <exception cref="InvalidOperationException">Always: the app has no client of the mail service.</exception>
    public static IServiceCollection AddAzureMail(this IServiceCollection services, IConfiguration configuration) =>
        throw Missing("Mail__Endpoint names a mail service", "send mail through Azure Communication Services");

    /// <exception cref="InvalidOperationException">Always: the app has no client of the vault.</exception>
    public static IDataProtectionBuilder ProtectKeysInVault(this IDataProtectionBuilder builder, Uri key) =>
        throw Missing("KeyVault__KeyId names a vault", "encrypt its keys in Azure Key Vault");

    static InvalidOperationException Missing(string setting, string ability) => new(
        $"The setting {setting}, and this build of the app cannot {ability}. " +
        "Build it with `dotnet publish functions/FollowUp.Functions`, which includes FollowUp.Functions.AzureServices, or remove the setting.");
}
