using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>Reads the bytes of a request, and no more of them than a request of this API can have.</summary>
static class LimitedBodyReader
{
    public const int Limit = 256 * 1024;

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>Null when there are more than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, CancellationToken cancellation, int limit = Limit)
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
