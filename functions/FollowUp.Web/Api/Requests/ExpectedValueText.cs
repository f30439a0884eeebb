using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Api.Requests;

/// <summary>What a field should have been.</summary>
static class ExpectedValueText
{
    public static LocalizedText ForType(Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return RequestSchema.GetEnumNames(wanted) is { } names ? ForChoices(string.Join(", ", names.Order(StringComparer.Ordinal)))
            : wanted == typeof(string) ? new LocalizedText("doit être du texte", "must be text")
            : wanted == typeof(decimal) ? new LocalizedText("doit être un nombre", "must be a number")
            : wanted == typeof(bool) ? new LocalizedText("vaut true ou false", "is true or false")
            : wanted == typeof(LocalDate) ? new LocalizedText("doit être une date, comme 2027-01-31", "must be a date, as 2027-01-31")
            : wanted == typeof(Instant) ? new LocalizedText(
                "doit être une heure avec son décalage, comme 2026-11-23T08:56:00+01:00",
                "must be a time with its offset, as 2026-11-23T08:56:00+01:00")
            : new LocalizedText("n’a pas le type attendu", "is not of the expected type");
    }

    public static LocalizedText ForChoices(string names) => new($"est l’une de ces valeurs : {names}", $"is one of: {names}");
}
