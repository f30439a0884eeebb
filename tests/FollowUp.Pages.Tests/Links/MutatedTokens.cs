using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Makes invalid tokens: valid ones changed, cut, spliced, respelled or protected for another purpose, and random text.</summary>
/// <param name="real">Valid tokens.</param>
/// <param name="other">Protects for another purpose under the same keys.</param>
sealed class MutatedTokens(IReadOnlyList<string> real, IDataProtector other, int seed)
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    readonly Random chance = new(seed);
    readonly HashSet<string> living = [.. real];

    /// <summary>An invalid token.</summary>
    public string Next()
    {
        string made;
        do
        {
            made = Make();
        }
        while (living.Contains(made));
        return made;
    }

    string Make() => chance.Next(12) switch
    {
        0 => FlipBits(1),
        1 => FlipBits(chance.Next(2, 9)),
        2 => One()[..chance.Next(One().Length)],
        3 => Splice(One(), One()),
        4 => SpliceBytes(),
        5 => ReplaceLetters(),
        6 => Respell(),
        7 => One() + Letters(chance.Next(1, 9)),
        8 => Letters(chance.Next(1, 9)) + One(),
        9 => Base64Url.EncodeToString(other.Protect(Bytes(chance.Next(0, 80)))),
        10 => Base64Url.EncodeToString(Bytes(chance.Next(0, 300))),
        _ => Noise(),
    };

    string One() => real[chance.Next(real.Count)];

    string FlipBits(int count)
    {
        var bytes = Base64Url.DecodeFromChars(One());
        for (var i = 0; i < count; i++)
        {
            bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
        }

        return Base64Url.EncodeToString(bytes);
    }

    string Splice(string head, string tail)
    {
        var at = chance.Next(Math.Min(head.Length, tail.Length));
        return head[..at] + tail[at..];
    }

    /// <summary>The header of one token, the ciphertext of another and the authentication tag of a third.</summary>
    string SpliceBytes()
    {
        var (head, middle, tail) = (Decoded(), Decoded(), Decoded());
        var from = chance.Next(Math.Min(head.Length, middle.Length));
        var to = Math.Max(from, Math.Min(middle.Length, tail.Length) - chance.Next(33));
        return Base64Url.EncodeToString([.. head[..from], .. middle[from..Math.Min(to, middle.Length)], .. tail[Math.Min(to, tail.Length)..]]);
    }

    byte[] Decoded() => Base64Url.DecodeFromChars(One());

    string ReplaceLetters()
    {
        var letters = One().ToCharArray();
        for (var i = chance.Next(1, 5); i > 0; i--)
        {
            letters[chance.Next(letters.Length)] = Alphabet[chance.Next(Alphabet.Length)];
        }

        return new string(letters);
    }

    /// <summary>The same bytes in another alphabet, with padding, in another case, with spaces or line breaks.</summary>
    string Respell()
    {
        var token = One();
        return chance.Next(8) switch
        {
            0 => token.Replace('-', '+').Replace('_', '/') + "=",
            1 => token + new string('=', chance.Next(1, 4)),
            2 => token.ToUpperInvariant(),
            3 => token.ToLowerInvariant(),
            4 => token.Insert(chance.Next(token.Length), " "),
            5 => token.Insert(chance.Next(token.Length), "\r\n"),
            6 => Uri.EscapeDataString(token) + "%00",
            _ => Convert.ToHexString(Base64Url.DecodeFromChars(token)),
        };
    }

    string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Alphabet[chance.Next(Alphabet.Length)]));

    string Noise() => string.Concat(Enumerable.Range(0, chance.Next(1, 120)).Select(_ => (char)chance.Next(1, 0xD800)));

    byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }
}
