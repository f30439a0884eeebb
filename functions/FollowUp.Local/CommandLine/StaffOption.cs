using System.CommandLine;
using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;

namespace FollowUp.Local.CommandLine;

/// <summary>The option <c>--staff</c>, which names a staff member by the mail address.</summary>
static class StaffOption
{
    const string Name = "--staff";

    public static Option<string> Create() => new(Name) { Description = "The mail address of the staff member.", HelpName = "EMAIL", Required = true };

    /// <param name="store">The opened store.</param>
    /// <param name="email">The address as it was given.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <param name="option">The option that gave it, for the error.</param>
    /// <exception cref="BadArgumentException">No staff member has this address.</exception>
    public static async Task<Staff> Find(IStore store, string email, CancellationToken cancellation, string option = Name) =>
        await store.Directory.FindStaff(MailAddress.Normalize(email), cancellation)
            ?? throw new BadArgumentException($"{option}: no staff member has the address '{email}'.");
}
