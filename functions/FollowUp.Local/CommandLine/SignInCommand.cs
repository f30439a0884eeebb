using System.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Web.Console.SignIn;

namespace FollowUp.Local.CommandLine;

/// <summary><c>sign-in</c>: prints a link that signs a staff member in once. It needs no mail, and any process that serves the store accepts it.</summary>
static class SignInCommand
{
    public static Command Build()
    {
        var staff = StaffOption.Create();
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("sign-in", "Prints a link that signs a staff member in once, for when no mail arrives.") { staff, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var member = await StaffOption.Find(store, parsed.GetRequiredValue(staff), cancellation);
            var time = await HostClock.ReadOf(store.Settings);
            await using var services = await CommandServices.Build(store, time, cancellation);
            var link = await services.GetRequiredService<SignInLinkFactory>().Create(member, projectId: null, cancellation);
            await CommandLineAudit.Write(store, "make-sign-in-link", member.Id);
            await Console.Out.WriteLineAsync(link.Address.AbsoluteUri);
            await Console.Error.WriteLineAsync($"It signs {member.Name} in once, within a quarter of an hour, and replaces earlier links.");
            return 0;
        });
        return command;
    }
}
