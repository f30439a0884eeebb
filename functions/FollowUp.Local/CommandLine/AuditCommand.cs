using System.CommandLine;
using FollowUp.Local.Recovery;
using NodaTime;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// <c>audit</c>: prints the rights that persons have exercised, refused commands and readings of personal data. Kept apart from the data,
/// <c>restore</c> applies the rights again after a loss.
/// </summary>
static class AuditCommand
{
    public static Command Build()
    {
        var since = new Option<string?>("--since") { Description = "Only what happened at this time or later.", HelpName = "TIME" };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("audit", "Prints erasures, refusals of contact, refused commands and readings of personal data as JSON.") { since, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var from = InstantOption.Parse("--since", parsed.GetValue(since)) ?? Instant.MinValue;
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            await using var output = Console.OpenStandardOutput();
            await (await AuditExport.Load(store, from, cancellation)).Write(output, cancellation);
            return 0;
        });
        return command;
    }
}
