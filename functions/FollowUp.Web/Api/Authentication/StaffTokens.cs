using System.Security.Cryptography;
using System.Text;
using FollowUp.Application.Ports;

namespace FollowUp.Web.Api.Authentication;

/// <summary>The stored form of a staff member's bearer token.</summary>
public static class StaffTokens
{
    /// <summary>The token as <see cref="ITokens"/> stores it: SHA-256, lower-case hex.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
