using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using FollowUp.Application.People;
using FollowUp.Local.Hosting;
using FollowUp.Web.Api.Authentication;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary><c>token</c>: prints a new token of the staff API. Only its hash is stored, so it cannot be printed again.</summary>
static class TokenCommand
{
    public static Command Build()
    {
        var staff = new Option<string>("--staff") { Description = "The mail address of the staff member.", HelpName = "EMAIL", Required = true };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("token", "Prints a new staff token.") { staff, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var installation = FollowUpCommand.GetExistingInstallation(parsed, data);
            await Console.Out.WriteLineAsync(await CreateToken(installation, parsed.GetRequiredValue(staff), HostClock.Read(), cancellation));
            return 0;
        });
        return command;
    }

    static async Task<string> CreateToken(Installation installation, string email, TimeProvider time, CancellationToken cancellation)
    {
        using var store = await installation.OpenStore();
        var member = await store.Directory.FindStaff(StaffId.Normalize(email), cancellation)
            ?? throw new BadArgumentException($"--staff: no staff member has the address '{email}'.");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await store.Tokens.Add(StaffTokens.Hash(token), member.Id, time.GetCurrentInstant(), cancellation);
        return token;
    }
}
