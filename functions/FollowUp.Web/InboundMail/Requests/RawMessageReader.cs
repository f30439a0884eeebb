using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Web.InboundMail.Requests;

/// <summary>Finds the raw message in a request: its body, or the one field of a form in which inbound-parse services send it.</summary>
static class RawMessageReader
{
    public const string MediaType = "message/rfc822";

    const string MultipartForm = "multipart/form-data";

    const string UrlEncoded = "application/x-www-form-urlencoded";

    const int MaxFields = 1_000;

    /// <summary>SendGrid writes "email", Mailgun "body-mime".</summary>
    static readonly string[] Fields = ["email", "body-mime", "message", "raw", "rfc822"];

    public static bool IsSupported(HttpRequest request) =>
        HasMediaType(request, MediaType) || HasMediaType(request, MultipartForm) || HasMediaType(request, UrlEncoded);

    /// <summary>The longest body in bytes for a message of this length: an urlencoded form writes most characters of a message as they are.</summary>
    public static int GetMaxBodyBytes(HttpRequest request, int maxMessageBytes) =>
        HasMediaType(request, MediaType) ? maxMessageBytes
        : HasMediaType(request, UrlEncoded) ? maxMessageBytes / 2 * 3
        : maxMessageBytes + (1 << 20);

    /// <summary>Null when the form has no such field.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form ends early.</exception>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        HasMediaType(request, MediaType) ? body
        : HasMediaType(request, UrlEncoded) ? UrlEncodedForm.FindField(body.Span, Fields) is { } field ? field : null
        : await ReadMultipart(request, body, cancellation);

    static async Task<ReadOnlyMemory<byte>?> ReadMultipart(HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new InvalidDataException("The form has no boundary.");
        }

        var bytes = MemoryMarshal.TryGetArray(body, out var array) ? array : new ArraySegment<byte>(body.ToArray());
        var reader = new MultipartReader(boundary, new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false));
        for (var fields = 0; await reader.ReadNextSectionAsync(cancellation) is { } section; fields++)
        {
            if (fields == MaxFields)
            {
                throw new InvalidDataException("The form has too many fields.");
            }

            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var field)
                && Fields.Contains(HeaderUtilities.RemoveQuotes(field.Name).Value))
            {
                using var message = new MemoryStream(body.Length);
                await section.Body.CopyToAsync(message, cancellation);
                return message.GetBuffer().AsMemory(0, (int)message.Length);
            }
        }

        return null;
    }

    static bool HasMediaType(HttpRequest request, string type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given) && given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
