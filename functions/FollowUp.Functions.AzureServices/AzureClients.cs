using Azure.Communication.Email;
using Azure.Identity;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.AzureServices;

/// <summary>Registers the Azure clients of an app that is built with this project.</summary>
public static class AzureClients
{
    /// <summary>Registers the mail service of the settings under <c>Mail</c> as the sender of mails.</summary>
    /// <exception cref="InvalidOperationException">The settings name no mail service.</exception>
    public static IServiceCollection AddAzureMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(AcsOptions.Section).Get<AcsOptions>() ?? new AcsOptions();
        var endpoint = options.Endpoint ?? throw new InvalidOperationException("The setting Mail__Endpoint is missing.");
        return services.AddSingleton(s => MailRegistration.CreateSender(
            new EmailClient(endpoint, new DefaultAzureCredential(), MailRegistration.CreateClientOptions()),
            options,
            s.GetRequiredService<IMailQuotaStore>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<Metrics>()));
    }

    /// <summary>Encrypts the Data Protection keys with a key that never leaves the vault.</summary>
    /// <param name="builder">The Data Protection services of the app.</param>
    /// <param name="key">The key's identifier, as in <c>https://NAME.vault.azure.net/keys/KEY</c>.</param>
    public static IDataProtectionBuilder ProtectKeysInVault(this IDataProtectionBuilder builder, Uri key) =>
        builder.ProtectKeysWithAzureKeyVault(key, new DefaultAzureCredential());
}
