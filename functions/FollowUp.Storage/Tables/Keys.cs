using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Keys of rows, built from names. Azure Tables refuses some characters in keys and limits a key to 1 KiB. A colon separates the parts of a
/// key and is escaped inside a part, so different names give different keys.
/// </summary>
static class Keys
{
    const int MaxLength = 150;
    const int LengthBeforeDigest = 100;

    /// <summary>Keeps ASCII letters, digits and <c>. _ @ -</c>; writes every other byte of the UTF-8 as <c>=</c> and two hex digits. A long part is cut and ends in a digest.</summary>
    public static string Escape(string name)
    {
        var part = name.All(IsAllowed) ? name : EscapeBytes(name);
        return part.Length <= MaxLength
            ? part
            : $"{part.AsSpan(0, LengthBeforeDigest)}=={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
    }

    public static string FormatNumber(long number) => number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>Selects the rows of a partition whose key begins with a prefix. The prefix ends in a colon.</summary>
    public static string PrefixFilter(string partition, string prefix) => RangeFilter(partition, prefix, KeyPrefix.GetEnd(prefix));

    /// <param name="from">Included.</param>
    /// <param name="before">Not included.</param>
    public static string RangeFilter(string partition, string from, string before) =>
        $"PartitionKey eq '{partition}' and RowKey ge '{from}' and RowKey lt '{before}'";

    static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '@' or '-';

    static string EscapeBytes(string name)
    {
        var part = new StringBuilder(name.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            if (IsAllowed((char)b)) part.Append((char)b);
            else part.Append(CultureInfo.InvariantCulture, $"={b:X2}");
        }

        return part.ToString();
    }
}
