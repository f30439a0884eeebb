using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FollowUp.Pages.Tests.FormInput;

/// <summary>A form body without length and end; it counts the bytes that are read.</summary>
sealed class EndlessContent : HttpContent
{
    const long Longest = 64 << 20;

    static readonly byte[] Field = Encoding.ASCII.GetBytes("field=" + new string('x', 64 * 1024) + "&");

    long taken;

    public EndlessContent() => Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

    public long Taken => Interlocked.Read(ref taken);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        while (Taken < Longest)
        {
            await stream.WriteAsync(Field);
            Interlocked.Add(ref taken, Field.Length);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
