using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Delivery.Lookups;
using FollowUp.Delivery.Smtp;
using FollowUp.Delivery.Webhooks;
using FollowUp.Local.Demo;
using FollowUp.Local.Demo.Play;
using FollowUp.Local.Hosting.KeyRing;
using FollowUp.Local.Scheduling;
using FollowUp.Local.Simulations;
using FollowUp.Storage.Shared;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Shared.Callers;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Nito.AsyncEx;

namespace FollowUp.Local.Hosting;

/// <summary>Builds the host for one machine: Kestrel, the store, the services that run due projects and jobs, the senders.</summary>
static class FollowUpHost
{
    /// <param name="options">The options of <c>serve</c>.</param>
    /// <param name="store">The opened store. The caller disposes it after the host.</param>
    /// <param name="time">An <see cref="AdjustableTimeProvider"/> for a demo, else the clock of <see cref="HostClock"/>.</param>
    /// <exception cref="CommandLine.BadArgumentException">A setting is missing or not understood; the message names it.</exception>
    public static async Task<WebApplication> Build(ServeOptions options, IStore store, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        ConfigureLogging(builder);

        var services = builder.Services;
        services.AddSingleton(time);
        services.AddStore(store);
        services.AddDepartmentSettings(builder.Configuration);
        services.AddSingleton<ProjectSignal>().AddSingleton<IProjectSignal>(s => s.GetRequiredService<ProjectSignal>());
        services.AddWebhooks(builder.Configuration);
        services.AddMailDomains();
        services.AddMail(builder.Configuration, options.Demo);
        services.AddSingleton<DueProjectDispatcher>().AddTransient<ProjectRun>().AddSingleton<DueProjectsService>();
        services.AddHostedService(s => s.GetRequiredService<DueProjectsService>());
        services.AddSingleton<ScheduleSignal>().AddSingleton<IScheduleSignal>(s => s.GetRequiredService<ScheduleSignal>()).AddSingleton<ScheduledJobsService>();
        services.AddHostedService(s => s.GetRequiredService<ScheduledJobsService>());
        if (time is AdjustableTimeProvider adjustable)
        {
            services.AddSingleton(adjustable).AddSingleton<AsyncReaderWriterLock>().AddTransient<SteppedProjectRun>().AddSingleton<NextDueCache>().AddSingleton<DemoClock>();
            if (options.Play is { } speed) services.AddDemoPlayer(speed);
        }
        else
        {
            // Moving a demo's clock runs everything that is due, so a watchdog would find nothing.
            services.AddTransient<IJobSource, Watchdog>();
        }

        services.AddSingleton<CadenceTrialService>().AddSingleton<ICadenceTrialRunner>(s => s.GetRequiredService<CadenceTrialService>());
        services.AddHostedService(s => s.GetRequiredService<CadenceTrialService>());
        services.AddAnchors(builder.Configuration);
        services.AddFollowUp();
        KeyRingProtection.AddTo(services, builder.Configuration, store.KeyRing);
        services.Configure<CallerOptions>(builder.Configuration.GetSection(CallerOptions.Section));
        services.Configure<InboundMailOptions>(builder.Configuration.GetSection(InboundMailOptions.Section));
        services.AddSingleton<IOptionsChangeTokenSource<PagesOptions>>(new ConfigurationChangeTokenSource<PagesOptions>(builder.Configuration));
        services.AddOptions<PagesOptions>().Configure<IOptionsFactory<SmtpOptions>>((pages, smtp) =>
        {
            pages.PublicBase = PublicAddress.ReadPublicBase(builder.Configuration, options.Urls);
            pages.Demo = options.Demo;
            pages.HasSmtp = true;

            // The mailbox asks for no sign-in.
            pages.MailboxShowsStaffMails = options.Demo;
            pages.MailboxPage = MailSetup.UsesMailbox(smtp.Create(Options.DefaultName), options.Demo) && (options.Demo || PublicAddress.IsLoopbackOnly(pages.PublicBase, options.Urls));
        });

        var app = builder.Build();
        await app.Services.GetRequiredService<CurrentSettings>().Refresh();
        SettingsValidation.Validate(app.Services);
        if (options.Demo)
        {
            app.UseDemoClock();
        }

        app.UseFollowUp();
        app.MapFollowUp();
        if (options.Demo)
        {
            app.MapDemoClock();
        }

        return app;
    }

    /// <summary>Logs to standard error, because standard output is for results. The framework's log of requests would name people, so it is off.</summary>
    static void ConfigureLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddSimpleConsole(line => line.TimestampFormat = "yyyy-MM-dd HH:mm:ss ");
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // its failures are thrown too
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its warning is about keys on disk; the folder is readable by its owner only
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // its warning is about pages that are not cached, which is intended
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
