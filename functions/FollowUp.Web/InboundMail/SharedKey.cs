using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.InboundMail;

/// <summary>The key that a mail service shows: in a header, or in the address where it cannot send headers of its own.</summary>
static class SharedKey
{
    /// <param name="key">Without one the door is shut.</param>
    /// <remarks>Takes as long for a key that is nearly right as for any other.</remarks>
    public static bool IsValid(HttpRequest request, string header, string? key)
    {
        var given = request.Headers[header].ToString() is { Length: > 0 } shown ? shown : request.Query["key"].ToString();
        return !string.IsNullOrEmpty(key) && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }
}
