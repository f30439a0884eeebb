using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Delivery.Smtp;
using FollowUp.Delivery.Webhooks;
using FollowUp.Local.Demo;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace FollowUp.Local.Hosting;

/// <summary>Puts the house together for one machine: Kestrel, the store, the driver, the couriers.</summary>
static class FollowUpHost
{
    /// <param name="time">The demo's clock when it is movable, else that of <see cref="HostClock"/>.</param>
    public static WebApplication Build(ServeOptions options, IStore store, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        ConfigureLogging(builder);

        var services = builder.Services;
        services.AddSingleton(time);
        services.AddStore(store);
        services.AddSingleton<ProjectSignal>().AddSingleton<IProjectSignal>(s => s.GetRequiredService<ProjectSignal>());
        services.AddWebhooks(builder.Configuration);
        services.AddMail(builder.Configuration, options.Demo);
        services.AddSingleton<DueProjectDispatcher>().AddSingleton<ProjectRun>().AddSingleton<DueProjectsService>();
        services.AddHostedService(s => s.GetRequiredService<DueProjectsService>());
        services.AddSingleton<ScheduleSignal>().AddSingleton<IScheduleSignal>(s => s.GetRequiredService<ScheduleSignal>()).AddSingleton<ScheduledJobsService>();
        services.AddHostedService(s => s.GetRequiredService<ScheduledJobsService>());
        if (time is AdjustableTimeProvider movable)
        {
            services.AddSingleton(movable).AddSingleton<Turnstile>().AddSingleton<SteppedProjectRun>().AddSingleton<NextDueCache>().AddSingleton<DemoClock>();
        }
        else
        {
            // Whoever moves a demo's clock does all that is due: there is nothing to find.
            services.AddTransient<IJobSource, Watchdog>();
        }

        services.AddFollowUpApplication();
        services.AddFollowUpApi();
        services.AddFollowUpPages();
        services.AddInboundMail();
        services.Configure<InboundMailOptions>(builder.Configuration.GetSection(InboundMailOptions.Section));
        services.AddOptions<PagesOptions>().Configure<IOptions<SmtpOptions>>((pages, smtp) =>
        {
            pages.PublicBase = PublicAddress.Of(builder.Configuration, options.Urls);
            pages.Demo = options.Demo;

            // The mailbox shows sign-in links, and asks for no sign-in.
            pages.MailboxPage = MailSetup.UsesMailbox(smtp.Value, options.Demo) && (options.Demo || PublicAddress.IsLoopbackOnly(pages.PublicBase, options.Urls));
        });

        var app = builder.Build();
        if (options.Demo)
        {
            app.UseDemoClock();
        }

        app.UseFollowUpApi();
        app.UseFollowUpPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapFollowUpApi();
        app.MapFollowUpPages();
        app.MapInboundMail();
        if (options.Demo)
        {
            app.MapDemoClock();
        }

        return app;
    }

    /// <summary>Standard output is for what was asked; and the framework's news of each request would name people.</summary>
    static void ConfigureLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddSimpleConsole(line => line.TimestampFormat = "yyyy-MM-dd HH:mm:ss ");
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // what it would say is thrown too
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // the folder itself is the owner's alone
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // that pages are not cached is meant so
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
