using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>A body of JSON without a length, which is sent in chunks; it counts the bytes that are taken.</summary>
sealed class UnannouncedContent : HttpContent
{
    public const long Longest = 64 << 20;

    readonly byte[] start;
    readonly byte[] block;
    long taken;

    public UnannouncedContent(string start, string piece)
    {
        this.start = Encoding.UTF8.GetBytes(start);
        block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, (64 * 1024 / piece.Length) + 1)));
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public long Taken => Interlocked.Read(ref taken);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(start);
        while (Taken < Longest)
        {
            await stream.WriteAsync(block);
            Interlocked.Add(ref taken, block.Length);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
