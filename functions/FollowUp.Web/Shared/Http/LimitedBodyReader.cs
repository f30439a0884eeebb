using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>Reads the bytes of a request up to a limit, without a byte order mark.</summary>
static class LimitedBodyReader
{
    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>Null when there are more than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var bytes = new byte[request.ContentLength ?? 4096];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Clamp(length * 2, 1, limit + 1));
            }

            var read = await request.Body.ReadAsync(bytes.AsMemory(length), cancellation);
            length += read;
            if (length > limit)
            {
                return null;
            }

            if (read == 0 || length == request.ContentLength)
            {
                var start = bytes.AsSpan(0, length).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
                return bytes.AsMemory(start, length - start);
            }
        }
    }
}
