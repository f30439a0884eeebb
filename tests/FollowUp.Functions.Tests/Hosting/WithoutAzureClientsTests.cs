using FollowUp.Functions.Hosting;
using FollowUp.Functions.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Functions.Tests.Hosting;

/// <summary>An app built without FollowUp.Functions.AzureServices, and settings that need that project.</summary>
public sealed class WithoutAzureClientsTests
{
    [Fact]
    public void A_mail_service_in_the_settings_stops_the_start()
    {
        var settings = Settings(("Mail:Endpoint", "https://followup.france.communication.azure.com"));
        var refusal = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddMailSender(settings));
        Assert.StartsWith("The setting Mail__Endpoint names a mail service", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet publish functions/FollowUp.Functions", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vault_in_the_settings_stops_the_start()
    {
        var settings = Settings(("KeyVault:KeyId", "https://followup.vault.azure.net/keys/data-protection"));
        var refusal = Assert.Throws<InvalidOperationException>(() => FunctionsHost.AddKeyVault(new ServiceCollection(), settings));
        Assert.StartsWith("The setting KeyVault__KeyId names a vault", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_developers_settings_do_not_stop_it()
    {
        var settings = Settings(("FollowUpTables", "UseDevelopmentStorage=true"), ("Mail:Endpoint", ""));
        FunctionsHost.AddKeyVault(new ServiceCollection().AddMailSender(settings), settings);
    }

    [Fact]
    public void No_mail_service_in_the_settings_stops_the_start_in_Azure() =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddMailSender(Settings()));

    static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
}
