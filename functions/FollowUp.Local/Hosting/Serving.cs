using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FollowUp.Local;

/// <summary>One run of <c>serve</c>, from the folder's lock to an orderly stop.</summary>
static class Serving
{
    public static async Task<int> Run(ServeOptions options, CancellationToken cancellation)
    {
        var real = HostClock.Read();
        using var serving = options.Folder.LockForServing();
        using var store = options.Demo ? await DemoStart.Open(options.Folder) : await options.Folder.Open();
        await KeyCommand.KeyOf(store.Settings, cancellation);
        var time = options.Demo ? await DemoStart.Clock(store, real) : real;
        await using var app = FollowUpHost.Build(options, store, time);
        if (options.Demo)
        {
            await DemoStart.Prepare(app.Services, withProjects: !options.Empty);
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

        var showsMails = app.Services.GetRequiredService<IOptions<PagesOptions>>().Value.MailboxPage;
        await Greeting.Print(app.Urls, options, showsMails);
        if (!showsMails && app.Services.GetRequiredService<IMailSender>() is MailboxCourier)
        {
            await Greeting.NobodyReadsMails();
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
