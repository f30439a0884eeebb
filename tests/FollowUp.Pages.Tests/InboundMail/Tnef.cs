using System.Buffers.Binary;
using System.Text;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Writes a mail in Microsoft's Transport Neutral Encapsulation Format, which Outlook names winmail.dat.</summary>
static class Tnef
{
    const uint Signature = 0x223e9f78;
    const uint Version = 0x00089006;
    const uint CodePage = 0x00069007;
    const uint MessageClass = 0x00078008;
    const uint Body = 0x0002800c;
    const uint Properties = 0x00069003;
    const uint PlainText = 0x1000001e;
    const uint CompressedText = 0x10090102;

    public static byte[] Write(string text) =>
    [
        .. UInt32(Signature), 1, 0,
        .. Attribute(Version, UInt32(0x00010000)),
        .. Attribute(CodePage, [.. UInt32(1252), .. UInt32(0)]),
        .. Attribute(MessageClass, Encoding.ASCII.GetBytes("IPM.Microsoft Mail.Note\0")),
        .. Attribute(Body, Encoding.ASCII.GetBytes(text + "\0")),
    ];

    /// <summary>A body that claims to be longer than it is.</summary>
    public static byte[] WriteBodyOfClaimedLength(uint length) => [.. Start, 1, .. UInt32(Body), .. UInt32(length), .. "Oui"u8];

    /// <summary>A text in the properties of the message that claims to be longer than it is.</summary>
    public static byte[] WritePropertyOfClaimedLength(uint length) =>
        [.. Start, .. Attribute(Properties, [.. UInt32(1), .. UInt32(PlainText), .. UInt32(1), .. UInt32(length), .. "Oui"u8])];

    /// <summary>Compressed text that claims to become longer than it does.</summary>
    public static byte[] WriteCompressedOfClaimedLength(uint length) =>
        [.. Start, .. Attribute(Properties, [.. UInt32(1), .. UInt32(CompressedText), .. UInt32(1), .. UInt32(20), .. UInt32(length), .. UInt32(length), .. UInt32(0x75465a4c), .. UInt32(0), .. UInt32(0)])];

    static byte[] Start => [.. UInt32(Signature), 1, 0, .. Attribute(Version, UInt32(0x00010000)), .. Attribute(CodePage, [.. UInt32(1252), .. UInt32(0)])];

    static byte[] Attribute(uint tag, byte[] data) => [1, .. UInt32(tag), .. UInt32((uint)data.Length), .. data, .. UInt32((ushort)data.Sum(b => b))[..2]];

    static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
