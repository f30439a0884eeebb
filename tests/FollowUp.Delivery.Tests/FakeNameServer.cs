using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FollowUp.Delivery.Tests;

/// <summary>A name server on this machine that gives every question the same answer (RFC 1035).</summary>
sealed class FakeNameServer : IDisposable
{
    const byte NonExistentDomain = 3;

    readonly UdpClient udp = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <param name="records">The MX records; null for a domain that does not exist.</param>
    public FakeNameServer(params (ushort Preference, string Host)[]? records) => _ = Answer(records);

    public IPEndPoint EndPoint => (IPEndPoint)udp.Client.LocalEndPoint!;

    public void Dispose() => udp.Dispose();

    async Task Answer((ushort Preference, string Host)[]? records)
    {
        try
        {
            while (true)
            {
                var question = await udp.ReceiveAsync();
                await udp.SendAsync(Write(question.Buffer, records), question.RemoteEndPoint);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
        }
    }

    static byte[] Write(byte[] question, (ushort Preference, string Host)[]? records)
    {
        // The question ends after its name, type and class; what follows are options.
        var end = Array.IndexOf(question, (byte)0, 12) + 5;
        List<byte> answer = [question[0], question[1], 0x81, records is null ? (byte)(0x80 | NonExistentDomain) : (byte)0x80, 0, 1, 0, (byte)(records?.Length ?? 0), 0, 0, 0, 0];
        answer.AddRange(question[12..end]);
        foreach (var (preference, host) in records ?? [])
        {
            byte[] name = [.. host.Split('.', StringSplitOptions.RemoveEmptyEntries).SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
            answer.AddRange([0xc0, 12, 0, 15, 0, 1, 0, 0, 0, 60, .. BigEndian((ushort)(name.Length + 2)), .. BigEndian(preference), .. name]);
        }

        return [.. answer];
    }

    static byte[] BigEndian(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }
}
