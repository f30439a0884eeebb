using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Names as parts of keys. Azure Tables refuses some characters in keys and gives them 1 KiB each; a part never holds the colon that
/// stands between parts, so that two names never make one key.
/// </summary>
static class Keys
{
    const int Longest = 150;
    const int KeptOfLonger = 100;

    /// <summary>Letters, digits and <c>. _ @ -</c> as they are, anything else as <c>=</c> and the hex of its UTF-8; what is too long ends in a digest.</summary>
    public static string Escape(string name)
    {
        var part = name.All(IsAllowed) ? name : Escaped(name);
        return part.Length <= Longest
            ? part
            : $"{part.AsSpan(0, KeptOfLonger)}=={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
    }

    public static string FormatNumber(long number) => number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>All rows of a partition whose key begins with a prefix that ends in a colon.</summary>
    public static string PrefixFilter(string partition, string prefix) => RangeFilter(partition, prefix, GetPrefixEnd(prefix));

    public static string RangeFilter(string partition, string from, string before) =>
        $"PartitionKey eq '{partition}' and RowKey ge '{from}' and RowKey lt '{before}'";

    /// <summary>The first key behind all those that begin with the prefix: a semicolon comes after the colon.</summary>
    public static string GetPrefixEnd(string prefix) => $"{prefix.AsSpan(0, prefix.Length - 1)};";

    static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '@' or '-';

    static string Escaped(string name)
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
