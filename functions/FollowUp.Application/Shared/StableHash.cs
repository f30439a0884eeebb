using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Application.Shared;

/// <summary>Hashes of a name that are the same on every machine and in every version: they are part of stored keys.</summary>
public static class StableHash
{
    /// <summary>The first 32 bits of the name's SHA-256.</summary>
    public static uint ComputeUInt32(string name) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>A UUID of version 8 (RFC 9562) from the first 128 bits of the name's SHA-256.</summary>
    public static Guid ComputeGuid(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
