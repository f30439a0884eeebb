using FluentValidation;
using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Shared.People;

/// <summary>What a manager enters of a staff member: the same for the API, the form, the command line and the setup.</summary>
public record StaffRequest
{
    public string? Name { get; init; }

    public StaffRole? Role { get; init; }

    /// <summary>The languages that they follow projects in, the preferred one first; French when missing.</summary>
    public string[]? Languages { get; init; }

    /// <summary>How many open projects a coordinator can follow; 100 for a coordinator when missing, otherwise 0.</summary>
    public int? Capacity { get; init; }

    public string? Phone { get; init; }

    /// <summary>Their own working hours; missing when they work whenever the cadence allows calls.</summary>
    public HoursRequest? Hours { get; init; }

    /// <summary>The language of the console and of mails; missing for the preferred language.</summary>
    public string? ScreenLanguage { get; init; }

    /// <summary>A valid request as details.</summary>
    /// <param name="id">The mail address, in any form.</param>
    public StaffDetails ToDetails(string id) => new(
        StaffId.Normalize(id), NormalizedText.SingleLine(Name!), Role!.Value.ToRole(),
        Languages is { Length: > 0 } languages ? [.. languages.Select(TextRules.ToLanguage).Distinct()] : [Language.French],
        Capacity ?? (Role == StaffRole.Coordinator ? StaffRules.DefaultCapacity : 0),
        NormalizedText.SingleLineOrNull(Phone) is { } phone ? PhoneNumberParser.ToE164(phone) : null,
        HoursRequest.ToHours(Hours),
        string.IsNullOrEmpty(ScreenLanguage) ? null : TextRules.ToLanguage(ScreenLanguage));

    /// <summary>The request that would make a staff member what they are.</summary>
    public static StaffRequest Of(Staff staff) => new()
    {
        Name = staff.Name,
        Role = staff.Role.ToStaffRole(),
        Languages = staff.Languages.IsDefault ? [] : [.. staff.Languages.Select(language => language.ToLanguageCode())],
        Capacity = staff.Capacity,
        Phone = staff.Phone,
        Hours = HoursRequest.Of(staff.Hours),
        ScreenLanguage = staff.ScreenLanguage?.ToLanguageCode(),
    };
}

/// <summary>The same with the mail address, where no address of the request names the person.</summary>
public sealed record StaffEntryRequest : StaffRequest
{
    public string? Email { get; init; }
}

/// <summary>Limits of the details of staff.</summary>
static class StaffRules
{
    public const int DefaultCapacity = 100;
    public const int MaxCapacity = 100_000;
    public const int MaxNameLength = 200;
}

/// <summary>The rules of every request about a staff member.</summary>
abstract class StaffRulesValidator<T> : RequestValidator<T>
    where T : StaffRequest
{
    static readonly LocalizedText MustBeCapacity = new(
        $"est un nombre de 0 à {StaffRules.MaxCapacity}", $"is a number from 0 to {StaffRules.MaxCapacity}");

    static readonly LocalizedText MustBeLanguages = new("compte au moins une langue, parmi : fr, en", "has at least one language of: fr, en");

    static readonly LocalizedText MustBeScreenLanguage = new("vaut « fr » ou « en »", "is “fr” or “en”");

    static readonly LocalizedText MustBePossiblePhone = new(
        "n’est pas un numéro de téléphone possible, comme 01 99 00 12 34 ou +33 1 99 00 12 34",
        "is not a possible phone number, as 01 99 00 12 34 or +33 1 99 00 12 34");

    protected StaffRulesValidator()
    {
        RuleFor(r => r.Name).Required().SingleLine(StaffRules.MaxNameLength);
        RuleFor(r => r.Role).Required();
        RuleFor(r => r.Languages)
            .Must(languages => languages is null || (languages.Length > 0 && Array.TrueForAll(languages, code => code is "fr" or "en")))
            .WithText(MustBeLanguages);
        RuleFor(r => r.Capacity).Must(capacity => capacity is null or (>= 0 and <= StaffRules.MaxCapacity)).WithText(MustBeCapacity);
        RuleFor(r => r.Phone)
            .Must(phone => string.IsNullOrWhiteSpace(phone) || (phone.Length <= 40 && PhoneNumberParser.ToE164(phone.Trim()) is not null))
            .WithText(MustBePossiblePhone);
        RuleFor(r => r.Hours!).SetValidator(new HoursValidator()).When(r => r.Hours is not null);
        RuleFor(r => r.ScreenLanguage).Must(code => code is null or "" or "fr" or "en").WithText(MustBeScreenLanguage);
    }
}

sealed class StaffValidator : StaffRulesValidator<StaffRequest>;

sealed class StaffEntryValidator : StaffRulesValidator<StaffEntryRequest>
{
    public StaffEntryValidator() => RuleFor(r => r.Email).Required().MailAddress();
}
