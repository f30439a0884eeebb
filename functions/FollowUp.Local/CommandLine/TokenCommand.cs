using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using FollowUp.Application.People;
using FollowUp.Local.Hosting;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api.Authentication;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// <c>token</c>: prints a new token of the staff API. Only its hash is stored, so it cannot be printed again. With <c>--revoke</c>, ends all tokens
/// of the staff member.
/// </summary>
static class TokenCommand
{
    public static Command Build()
    {
        var staff = StaffOption.Create();
        var revoke = new Option<bool>("--revoke") { Description = "Ends all tokens of the staff member instead; prints none." };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("token", "Prints a new staff token.") { staff, revoke, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            if (parsed.GetValue(revoke))
            {
                var holder = await FindAnybody(store, parsed.GetRequiredValue(staff), cancellation);
                var revoked = await store.Tokens.RemoveAll(holder, cancellation);
                await CommandLineAudit.Write(store, "revoke-tokens", holder);
                await Console.Error.WriteLineAsync(revoked == 1 ? "1 token is revoked." : $"{revoked} tokens are revoked.");
                return 0;
            }

            var member = await StaffOption.Find(store, parsed.GetRequiredValue(staff), cancellation);
            var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            await store.Tokens.Add(StaffTokens.Hash(token), member.Id, (await HostClock.ReadOf(store.Settings)).GetCurrentInstant(), cancellation);
            await CommandLineAudit.Write(store, "make-token", member.Id);
            await Console.Out.WriteLineAsync(token);
            return 0;
        });
        return command;
    }

    /// <summary>The id of a staff member, also of one who left.</summary>
    static async Task<string> FindAnybody(IStore store, string email, CancellationToken cancellation)
    {
        var id = StaffId.Normalize(email);
        return (await store.Directory.FormerStaff(cancellation)).Any(s => s.Id == id) ? id : (await StaffOption.Find(store, email, cancellation)).Id;
    }
}
