using FollowUp.Domain;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web;

/// <summary>What all forms share: the proof that a page of ours was filled in, and the sentences that say what is wrong.</summary>
static class Forms
{
    public static readonly Phrase ChooseOne = new("Choisissez une des réponses proposées.", "Choose one of the answers offered.");
    public static readonly Phrase DateWanted = new("Une date est attendue.", "A date is expected.");
    public static readonly Phrase TimeWanted = new("Une date et une heure sont attendues.", "A date and a time are expected.");

    public static readonly Phrase Outdated = new(
        "Cette page était ouverte depuis trop longtemps : rien n’a été enregistré. Vérifiez votre saisie et envoyez-la de nouveau.",
        "This page was open for too long: nothing was recorded. Check what you entered and send it again.");

    /// <summary>What <c>datetime-local</c> fields hold: <c>2026-11-24T09:00</c>.</summary>
    public static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    const int LargestForm = 64 * 1024;

    /// <summary>The posted form; null when the body is none, or too large to be one of ours.</summary>
    public static async Task<IFormCollection?> PostedForm(this HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength > LargestForm)
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Whether the form was sent from a page that this person was shown.</summary>
    public static Task<bool> IsOurForm(this HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
