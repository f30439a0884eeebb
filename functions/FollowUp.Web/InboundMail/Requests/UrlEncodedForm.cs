using System.Text;

namespace FollowUp.Web.InboundMail.Requests;

/// <summary>Reads a form of type application/x-www-form-urlencoded as bytes: a raw message may be in any character set.</summary>
static class UrlEncodedForm
{
    const int MaxFields = 1_000;

    const int MaxNameLength = 100;

    /// <summary>The bytes of the first field of one of these names; null without one.</summary>
    /// <exception cref="InvalidDataException">An escape is malformed, or there are too many fields.</exception>
    public static byte[]? FindField(ReadOnlySpan<byte> form, IReadOnlyCollection<string> names)
    {
        for (var fields = 0; !form.IsEmpty; fields++)
        {
            if (fields == MaxFields)
            {
                throw new InvalidDataException("The form has too many fields.");
            }

            var end = form.IndexOf((byte)'&');
            var field = end < 0 ? form : form[..end];
            form = end < 0 ? [] : form[(end + 1)..];
            var equals = field.IndexOf((byte)'=');
            if (equals is >= 0 and <= MaxNameLength && names.Contains(Encoding.UTF8.GetString(Decode(field[..equals]))))
            {
                return Decode(field[(equals + 1)..]);
            }
        }

        return null;
    }

    static byte[] Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length - (2 * encoded.Count((byte)'%')) is var length and >= 0 ? length : throw Malformed()];
        var written = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '%')
            {
                decoded[written++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
            else if (i + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                decoded[written++] = (byte)((HexValue(encoded[i + 1]) << 4) | HexValue(encoded[i + 2]));
                i += 2;
            }
            else
            {
                throw Malformed();
            }
        }

        return decoded;
    }

    static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    static InvalidDataException Malformed() => new("The form has a malformed escape.");
}
