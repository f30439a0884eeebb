using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Web.InboundMail.Requests;

/// <summary>Finds the raw message in a request: its body, or the one field of a form in which inbound-parse services send it.</summary>
static class RawMessageReader
{
    public const string MediaType = "message/rfc822";

    static readonly string[] Fields = ["email", "body-mime"];

    public static bool IsSupported(HttpRequest request) => HasMediaType(request, MediaType) || HasMediaType(request, "multipart/form-data");

    /// <summary>Null when the form has no such field.</summary>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form ends early.</exception>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (HasMediaType(request, MediaType))
        {
            return body;
        }

        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new InvalidDataException("The form has no boundary.");
        }

        var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray(), writable: false));
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var field)
                && Fields.Contains(HeaderUtilities.RemoveQuotes(field.Name).Value))
            {
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes, cancellation);
                return bytes.ToArray();
            }
        }

        return null;
    }

    static bool HasMediaType(HttpRequest request, string type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var given) && given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase);
}
