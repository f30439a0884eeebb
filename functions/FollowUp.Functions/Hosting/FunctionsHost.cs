using FollowUp.Application.Delivery;
using FollowUp.Application.Integrity;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Settings;
using FollowUp.Delivery.Lookups;
using FollowUp.Delivery.Webhooks;
using FollowUp.Functions.Http;
using FollowUp.Functions.Mail;
using FollowUp.Functions.Orchestration;
using FollowUp.Functions.Telemetry;
using FollowUp.Functions.Timers;
using FollowUp.Functions.Trials;
using FollowUp.Storage.Shared;
using FollowUp.Web.FirstStart;
using FollowUp.Web.InboundMail;
using FollowUp.Web.InboundMail.MailEvents;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Callers;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FollowUp.Functions.Hosting;

/// <summary>Builds the host for Azure: the isolated worker, the tables, the orchestrations and the mail service.</summary>
static class FunctionsHost
{
    public static async Task<IHost> Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddTelemetry(builder.Configuration);

        var store = await StoreRegistration.OpenStore(builder.Configuration);
        builder.Services.AddTablesStore(store);
        builder.Services.AddHostedService(_ => new IndexCompletion(store));
        builder.Services.AddDepartmentSettings(builder.Configuration);
        builder.UseMiddleware<SettingsMiddleware>();
        builder.Services.AddOrchestration();
        builder.Services.AddMailSender(builder.Configuration);
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddMailDomains();
        builder.Services.AddWebApplication(builder.Configuration);
        var host = builder.Build();
        await StoreRegistration.SaveWebsiteKey(host.Services.GetRequiredService<AccessKeys>(), builder.Configuration);
        await host.Services.GetRequiredService<CurrentSettings>().Refresh();
        await FirstStart.LogSetupAddress(host);
        return host;
    }

    static void AddOrchestration(this IServiceCollection services)
    {
        services.AddScoped<DurableClientHolder>();
        services.AddScoped<IProjectSignal, OrchestrationSignal>();
        services.AddScoped<ICadenceTrialRunner, DurableTrialRunner>();
        services.AddSingleton<Metrics>();
        services.AddTransient<Watchdog>();
        services.AddSingleton<IScheduleSignal, DeliverySignal>();
    }

    /// <summary>The keys that sign heads and anchors: a secret of Key Vault, apart from the tables.</summary>
    static void AddAnchors(this IServiceCollection services, ConfigurationManager configuration)
    {
        var options = configuration.GetSection(AnchorOptions.Section).Get<AnchorOptions>() ?? new AnchorOptions();
        var text = options.KeyFile is { Length: > 0 } file ? File.ReadAllText(file) : options.Keys;
        services.AddSingleton(options).AddSingleton(string.IsNullOrWhiteSpace(text) ? AnchorKeys.None : AnchorKeys.Parse(text));
    }

    static void AddWebApplication(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.Configure<MailSenderOptions>(configuration.GetSection(MailSenderOptions.Section));
        services.Configure<MailOptions>(configuration.GetSection(MailSenderOptions.Section));
        services.AddAnchors(configuration);
        services.AddFollowUp(pages => pages.PublicBase = ReadPublicBase(configuration));
        services.Configure<SetupOptions>(configuration.GetSection(SetupOptions.Section));
        services.AddKeyVault(configuration);
        services.Configure<MailEventsOptions>(configuration.GetSection(MailEventsOptions.Section));
        services.Configure<CallerOptions>(configuration.GetSection(CallerOptions.Section));
        services.Configure<InboundMailOptions>(configuration.GetSection(InboundMailOptions.Section));
        services.AddSingleton<WebPipeline>();
    }

    /// <summary>Encrypts the Data Protection keys, which are in the store, with a key that never leaves the vault.</summary>
    /// <exception cref="InvalidOperationException">The settings name a vault, and the app was built without its client.</exception>
    public static void AddKeyVault(this IServiceCollection services, IConfiguration configuration)
    {
        if (Uri.TryCreate(configuration["KeyVault:KeyId"], UriKind.Absolute, out var key))
        {
            services.AddDataProtection().ProtectKeysInVault(key);
        }
    }

    /// <summary>
    /// The base address of links in mails. It comes from a setting and never from a request: forwarded headers are the Functions host's own, and
    /// a caller can set them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting is missing or is not an absolute http or https address.</exception>
    static Uri ReadPublicBase(ConfigurationManager configuration) =>
        Uri.TryCreate(configuration["PublicBase"], UriKind.Absolute, out var address) && address.Scheme is ("https" or "http")
            ? address
            : throw new InvalidOperationException("The setting PublicBase is missing or is not an absolute http or https address.");
}
