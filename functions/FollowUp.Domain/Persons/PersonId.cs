using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Domain.Persons;

/// <summary>The identity of a person: <c>PE-</c> and sixteen hex digits. It says nothing about who the person is.</summary>
public static class PersonId
{
    const string Prefix = "PE-";

    /// <summary>The person that a client of the website is until they are joined with another one.</summary>
    /// <param name="clientId">The website's id of the client.</param>
    public static string Of(string clientId) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId)).AsSpan(0, 8));

    /// <summary>The identity that <see cref="ToNumber"/> was given.</summary>
    public static string FromNumber(long number) => $"{Prefix}{number:x16}";

    /// <summary>The same identity as a number, for stores that look rows up by number.</summary>
    /// <exception cref="FormatException">The text is no identity of a person.</exception>
    public static long ToNumber(string personId) => BinaryPrimitives.ReadInt64BigEndian(Convert.FromHexString(personId.AsSpan(Prefix.Length)));
}
