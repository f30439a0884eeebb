using FollowUp.Domain.Text;
using NodaTime.Text;

namespace FollowUp.Web.Shared.FormInput;

/// <summary>Sentences and formats that several forms share.</summary>
static class FormMessages
{
    public static readonly LocalizedText ChooseOne = new("Choisissez une des réponses proposées.", "Choose one of the answers offered.");
    public static readonly LocalizedText PageExpired = new(
        "Cette page était ouverte depuis trop longtemps : rien n’a été enregistré. Vérifiez votre saisie et envoyez-la de nouveau.",
        "This page was open for too long: nothing was recorded. Check what you entered and send it again.");

    /// <summary>The value of a <c>datetime-local</c> field: <c>2026-11-24T09:00</c>.</summary>
    public static readonly LocalDateTimePattern LocalMinutePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>The value of a <c>date</c> field: <c>2026-11-24</c>.</summary>
    public static readonly LocalDatePattern DayPattern = LocalDatePattern.Iso;
}
