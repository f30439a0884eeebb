using NodaTime;

namespace FollowUp.Web.Links;

/// <summary>Writes a link as bytes, short enough for an address in a mail: a format number, then the fields in order.</summary>
static class LinkSerializer
{
    const byte Format = 1;

    public static byte[] Serialize(Link link)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Format);
        writer.Write((byte)link.Purpose);
        writer.Write(link.ProjectId);
        writer.Write7BitEncodedInt(link.Generation);
        writer.Write7BitEncodedInt64(link.EventVersion);
        writer.Write(link.Holder);
        writer.Write7BitEncodedInt64(link.Expires.ToUnixTimeSeconds());
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Null for another format or a payload that ends early.</summary>
    public static Link? Deserialize(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload));
        try
        {
            if (reader.ReadByte() != Format)
            {
                return null;
            }

            return new Link(
                (LinkPurpose)reader.ReadByte(), reader.ReadString(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64(),
                reader.ReadString(), Instant.FromUnixTimeSeconds(reader.Read7BitEncodedInt64()));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
