using System.CommandLine;
using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;

namespace FollowUp.Local.CommandLine;

/// <summary>The option <c>--staff</c>, which names a member of staff by the mail address.</summary>
static class StaffOption
{
    public static Option<string> Create() => new("--staff") { Description = "The mail address of the staff member.", HelpName = "EMAIL", Required = true };

    /// <exception cref="BadArgumentException">No member of staff has this address.</exception>
    public static async Task<Staff> Find(IStore store, string email, CancellationToken cancellation) =>
        await store.Directory.FindStaff(MailAddress.Normalize(email), cancellation)
            ?? throw new BadArgumentException($"--staff: no staff member has the address '{email}'.");
}
