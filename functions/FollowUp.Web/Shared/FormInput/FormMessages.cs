using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>What all forms share: the proof that a page of ours was filled in, and the sentences that say what is wrong.</summary>
static class FormMessages
{
    public static readonly LocalizedText ChooseOne = new("Choisissez une des réponses proposées.", "Choose one of the answers offered.");
    public static readonly LocalizedText DateExpected = new("Une date est attendue.", "A date is expected.");
    public static readonly LocalizedText TimeExpected = new("Une date et une heure sont attendues.", "A date and a time are expected.");

    public static readonly LocalizedText YearExpected = new(
        $"Une année de {SupportedYears.First} à {SupportedYears.Last} est attendue.", $"A year from {SupportedYears.First} to {SupportedYears.Last} is expected.");

    public static readonly LocalizedText PageExpired = new(
        "Cette page était ouverte depuis trop longtemps : rien n’a été enregistré. Vérifiez votre saisie et envoyez-la de nouveau.",
        "This page was open for too long: nothing was recorded. Check what you entered and send it again.");

    /// <summary>What <c>datetime-local</c> fields hold: <c>2026-11-24T09:00</c>.</summary>
    public static readonly LocalDateTimePattern LocalMinutePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    const int MaxFormBytes = 64 * 1024;

    /// <summary>The posted form; null when the body is none, or too large to be one of ours. It is read once, however often it is asked for.</summary>
    public static Task<IFormCollection?> ReadPostedForm(this HttpContext context)
    {
        if (context.Features.Get<Posted>() is not { } posted)
        {
            context.Features.Set(posted = new Posted(Read(context)));
        }

        return posted.Form;
    }

    static async Task<IFormCollection?> Read(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            // Its length may be left unsaid, and the framework's limits are of a field, not of a form.
            if (await LimitedBodyReader.Read(request, MaxFormBytes, context.RequestAborted) is not { } body)
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

    /// <summary>Whether the form was sent from a page that this person was shown.</summary>
    public static async Task<bool> HasValidAntiforgeryToken(this HttpContext context) => await context.ReadPostedForm() is not null
        && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    public static Instant GetCurrentInstant(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());

    sealed record Posted(Task<IFormCollection?> Form);
}
