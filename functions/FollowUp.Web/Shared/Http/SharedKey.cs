using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// The key that another system sends with each request: in a header, or in the address where it cannot send headers of its own. The pipeline moves it from the
/// address to the header first (<see cref="QueryKeys"/>).
/// </summary>
static class SharedKey
{
    /// <param name="key">The right key. No request is valid while it is missing.</param>
    public static bool IsValid(HttpRequest request, string header, string? key) => !string.IsNullOrEmpty(key) && AreEqual(Read(request, header), key);

    /// <summary>The key that a request shows; empty when it shows none.</summary>
    public static string Read(HttpRequest request, string header) =>
        request.Headers[header].ToString() is { Length: > 0 } shown ? shown : request.Query["key"].ToString();

    /// <summary>Compares in constant time, so that the time of an answer tells nothing about the key.</summary>
    public static bool AreEqual(string given, string key) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
