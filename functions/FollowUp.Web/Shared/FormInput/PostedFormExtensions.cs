using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Shared.FormInput;

static class PostedFormExtensions
{
    const int MaxFormBytes = 64 * 1024;

    /// <summary>Reads and checks the posted form. Call once per request: it consumes the body.</summary>
    public static async Task<PostedForm> ReadPostedForm(this HttpContext context, int maxBytes = MaxFormBytes) => await Read(context, maxBytes) is { } values
        ? new PostedForm(values, await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        : new PostedForm(FormCollection.Empty, HasValidToken: false);

    static async Task<IFormCollection?> Read(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            // A request may leave its length out, and the framework limits single fields, not the form.
            if (await LimitedBodyReader.Read(request, maxBytes, context.RequestAborted) is not { } body)
            {
                return null;
            }

            request.Body = new MemoryStream(body.ToArray(), writable: false);
            return await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException or IOException
            or NotSupportedException)
        {
            return null;
        }
    }
}
