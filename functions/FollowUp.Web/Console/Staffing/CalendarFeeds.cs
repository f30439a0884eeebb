using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The private calendar addresses of staff: 128 random bits each, of which only the SHA-256 is stored. A new address ends the one before.</summary>
sealed class CalendarFeeds(IDirectory directory, IOptionsMonitor<PagesOptions> pages)
{
    const int TokenBytes = 16;

    /// <summary>Makes a new address. It is shown once.</summary>
    /// <returns>Null when the staff member has left.</returns>
    public async Task<Uri?> Create(string staffId, CancellationToken cancellation)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return await SetKey(staffId, Hash(token), cancellation) is null ? null : pages.CurrentValue.Address(ConsoleAddresses.Calendar(token));
    }

    /// <summary>Ends the address of a staff member.</summary>
    public Task Revoke(string staffId, CancellationToken cancellation) => SetKey(staffId, null, cancellation);

    /// <summary>The staff member of an address; null for an unknown or revoked one.</summary>
    public async Task<Staff?> Find(string token, CancellationToken cancellation)
    {
        var key = Hash(token);
        return (await directory.AllStaff(cancellation)).FirstOrDefault(s => s.CalendarKey == key) is { } cached
            && await directory.ReadStaff(cached.Id, cancellation) is { } staff && staff.CalendarKey == key
            ? staff
            : null;
    }

    async Task<Staff?> SetKey(string staffId, string? key, CancellationToken cancellation) => await directory.ChangeStaff(
        all => all.FirstOrDefault(s => s.Id == staffId && !s.IsFormer) is { } staff ? staff with { CalendarKey = key } : null, cancellation);

    static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
