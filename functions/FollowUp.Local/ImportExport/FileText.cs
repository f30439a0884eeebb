using System.Collections.Frozen;
using System.Text;
using FollowUp.Local.CommandLine;

namespace FollowUp.Local.ImportExport;

/// <summary>The text of a file, with the encoding that it was recognised by: a byte order mark, UTF-8, or windows-1252, which Excel writes in France.</summary>
/// <param name="Text">The text without the byte order mark.</param>
/// <param name="EncodingName">The name of the encoding.</param>
sealed record FileText(string Text, string EncodingName)
{
    const int Windows1252 = 1252;

    /// <summary>The bytes from 0x80 to 0x9F that stand between words in windows-1252: €, …, quotation marks, dashes, •, ™. Others are letters of older encodings there.</summary>
    static readonly FrozenSet<byte> Signs = FrozenSet.ToFrozenSet<byte>([0x80, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b]);

    /// <summary>Letters of French from 0x80 to 0x9F in windows-1252: Œ, œ, Ÿ.</summary>
    static readonly FrozenSet<byte> FrenchLetters = FrozenSet.ToFrozenSet<byte>([0x8c, 0x9c, 0x9f]);

    static readonly FrozenSet<byte> Undefined = FrozenSet.ToFrozenSet<byte>([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

    /// <summary>Decodes a file.</summary>
    /// <exception cref="BadArgumentException">The encoding is not recognised.</exception>
    public static FileText Decode(byte[] bytes, string path)
    {
        if (ForeignFile.Describe(bytes) is { } kind)
        {
            throw new BadArgumentException($"FILE: '{path}' {kind}");
        }

        var decoded = DecodeText(bytes, path);

        // Programs of DOS end a file with this character.
        return decoded with { Text = decoded.Text.TrimEnd('\u001a') };
    }

    static FileText DecodeText(byte[] bytes, string path)
    {
        foreach (var encoding in new[] { StrictUtf8, StrictUtf32, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var mark = encoding.GetPreamble();
            if (bytes.AsSpan().StartsWith(mark))
            {
                return new FileText(DecodeStrictly(encoding, bytes.AsSpan(mark.Length), path), encoding.WebName);
            }
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            // A text has no zeros; UTF-16 without a mark has one in every second byte.
            return bytes.Contains((byte)0) ? throw NotRecognised(path) : new FileText(Encoding.UTF8.GetString(bytes), StrictUtf8.WebName);
        }

        return IsWindows1252(bytes)
            ? new FileText(CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!.GetString(bytes), "windows-1252")
            : throw NotRecognised(path);
    }

    static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    static UTF32Encoding StrictUtf32 { get; } = new(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true);

    static string DecodeStrictly(Encoding encoding, ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw NotRecognised(path);
        }
    }

    /// <summary>
    /// Whether the bytes over 0x7F look like the letters of a western language in windows-1252. The same words in the encodings of DOS and of old
    /// Macs have most of their letters from 0x80 to 0x9F.
    /// </summary>
    static bool IsWindows1252(byte[] bytes)
    {
        var (letters, suspicious) = (0, 0);
        foreach (var b in bytes)
        {
            if (b == 0 || Undefined.Contains(b))
            {
                return false;
            }

            letters += b >= 0xc0 || FrenchLetters.Contains(b) ? 1 : 0;
            suspicious += b is >= 0x80 and <= 0x9f && !Signs.Contains(b) && !FrenchLetters.Contains(b) ? 1 : 0;
        }

        return suspicious == 0 || letters > 2 * suspicious;
    }

    static BadArgumentException NotRecognised(string path) =>
        new($"FILE: '{path}' is neither UTF-8 nor windows-1252. Save it as “CSV UTF-8” and import that file.");
}
