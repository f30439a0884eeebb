using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Demo;
using FollowUp.Local.Hosting.KeyRing;
using FollowUp.Web.FirstStart;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FollowUp.Local.Hosting;

/// <summary>Runs <c>serve</c>, from the lock of the folder to an orderly stop.</summary>
static class ServeRunner
{
    public static async Task<int> Run(ServeOptions options, CancellationToken cancellation)
    {
        var real = HostClock.Read();
        using var serving = options.Installation.LockForServing();
        using var store = options.Demo ? await DemoStartup.OpenStore(options.Installation) : await DemoStartup.OpenRealStore(options.Installation);
        await KeyCommand.OpenKeys(store).Ensure(AccessKeyKind.Website, cancellation);
        var time = options.Demo ? await DemoStartup.CreateClock(store, real) : real;
        await using var app = await FollowUpHost.Build(options, store, time);
        if (options.Demo)
        {
            await DemoStartup.PrepareData(app.Services, withProjects: !options.WithoutProjects);
        }

        return await Serve(app, options, cancellation);
    }

    static async Task<int> Serve(WebApplication app, ServeOptions options, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new BadArgumentException($"--urls: {options.Urls} is taken by another program. Stop it, or name another port.");
        }

        var pages = app.Services.GetRequiredService<IOptionsMonitor<PagesOptions>>().CurrentValue;
        await ServedAddress.Save(app.Services.GetRequiredService<IKeyValueStore>(), pages.PublicBase, cancellation);
        var showsMails = pages.MailboxPage;
        await StartupMessage.Print(app.Urls, options, showsMails);
        if (await app.Services.GetRequiredService<SetupAddress>().Create(cancellation) is { } setup)
        {
            await StartupMessage.PrintSetupAddress(setup);
        }

        if (!showsMails && app.Services.GetRequiredService<IMailSender>() is LocalMailSender { UsesMailbox: true })
        {
            await StartupMessage.WarnThatMailsStayUnread();
        }

        if (!options.Demo && !app.Services.GetRequiredService<KeyRingProtection>().IsProtected)
        {
            await StartupMessage.WarnThatKeysAreReadable();
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
