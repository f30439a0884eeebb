using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>
/// Decodes the bytes of a text part. Names are read as the WHATWG Encoding Standard does: Latin-1 is windows-1252, gb2312 is GB 18030. Bytes that are
/// UTF-8 are read as UTF-8 whatever their label says, as many programs name the wrong character set.
/// </summary>
static partial class TextCharset
{
    static readonly Encoding WesternEuropean = Find(1252);

    /// <param name="bytes">The bytes.</param>
    /// <param name="label">The character set that the part names; null when it names none.</param>
    /// <param name="isCut">Whether the last character may be incomplete.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, bool isCut = false)
    {
        if (FromByteOrderMark(bytes) is { } marked)
        {
            return marked.GetString(bytes);
        }

        var named = FindEncoding(label);
        var isAscii = Ascii.IsValid(bytes) && !bytes.Contains((byte)0);
        if (isAscii && named is null or { IsSingleByte: true } or { CodePage: 1200 or 1201 or 12000 or 12001 })
        {
            return Encoding.Latin1.GetString(bytes);
        }

        // A double-byte label is believed as long as the bytes fit it: a few Chinese characters may look like UTF-8.
        if (!isAscii && IsUtf8(bytes, isCut) && (named is null or { IsSingleByte: true } || !Fits(bytes, named)))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        return (named ?? WesternEuropean).GetString(bytes);
    }

    /// <summary>Valid UTF-8; of a text that is cut off, without its last character.</summary>
    static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isCut) =>
        Utf8.IsValid(bytes)
        || (isCut && bytes.Length > 3 && bytes[^3..].IndexOfAnyInRange((byte)0xC2, (byte)0xF4) is var lead and >= 0
            && Utf8.IsValid(bytes[..^(3 - lead)]));

    /// <summary>Whether the bytes are a text in a double-byte or wide encoding. UTF-16 without a zero byte has not even a line break.</summary>
    static bool Fits(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        (encoding.CodePage is not (1200 or 1201 or 12000 or 12001) || bytes.Contains((byte)0))
        && !encoding.GetString(bytes).Contains('\ufffd', StringComparison.Ordinal);

    static Encoding? FromByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Null for UTF-8, ASCII, and names that .NET does not know: the bytes then decide.</summary>
    static Encoding? FindEncoding(string? label)
    {
        var name = (label ?? "").Trim().Trim('"', '\'').ToLowerInvariant();
        if (CodePageName().Match(name) is { Success: true } match)
        {
            return FromCodePage(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        if (IsoName().Match(name) is { Success: true } iso)
        {
            return FromCodePage(28590 + int.Parse(iso.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        try
        {
            return name.Length == 0
                ? null
                : FromCodePage((CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).CodePage);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    static Encoding? FromCodePage(int page) => page switch
    {
        65001 or 20127 => null,
        28591 => WesternEuropean,
        28599 => Find(1254),
        28601 => Find(874),
        936 or 20936 => Find(54936),
        20949 or 51949 => Find(949),
        _ => TryFind(page),
    };

    static Encoding Find(int page) => TryFind(page) ?? Encoding.Latin1;

    static Encoding? TryFind(int page)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>cp1252, windows1252, x-cp1250, win-1252, ibm850.</summary>
    [GeneratedRegex(@"^(?:x-)?(?:cp|win|windows|ms|ibm|ansi)[-_]?([0-9]{3,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePageName();

    /// <summary>iso8859-15, iso_8859_15, iso-8859-15:1999, 8859-1.</summary>
    [GeneratedRegex(@"^(?:iso)?[-_ ]?8859[-_ ]?([0-9]{1,2})(?::[0-9]{4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoName();
}
