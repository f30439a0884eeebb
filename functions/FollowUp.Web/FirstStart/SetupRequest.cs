using System.Collections.Immutable;
using FluentValidation;
using FollowUp.Application.FirstStart;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.FirstStart;

/// <summary>What is asked when a department is set up: the same on the page and on the command line.</summary>
public sealed record SetupRequest
{
    /// <summary>The name of the department.</summary>
    public string? Department { get; init; }

    /// <summary>Its phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The mail address that people can write to.</summary>
    public string? ReplyAddress { get; init; }

    /// <summary>Codes of languages: <c>fr</c>, <c>en</c>.</summary>
    public string[]? Languages { get; init; }

    public bool? AlsaceMoselle { get; init; }

    public string? ManagerName { get; init; }

    public string? ManagerEmail { get; init; }

    /// <summary>The language of the manager's screens and mails: <c>fr</c> or <c>en</c>.</summary>
    public string? ManagerLanguage { get; init; }

    /// <summary>What a valid request asks for.</summary>
    public FirstSettings ToSettings()
    {
        var languages = Languages!.Select(TextRules.ToLanguage).Distinct().ToImmutableArray();
        var own = TextRules.ToLanguage(ManagerLanguage!);
        return new FirstSettings(
            NormalizedText.SingleLine(Department!),
            NormalizedText.SingleLine(Phone!),
            NormalizedText.SingleLineOrNull(ReplyAddress),
            languages,
            AlsaceMoselle ?? false,
            new Staff(NormalizedText.StaffId(ManagerEmail!), NormalizedText.SingleLine(ManagerName!), Role.Manager, [own, .. languages.Where(l => l != own)]));
    }
}

sealed class SetupRequestValidator : RequestValidator<SetupRequest>
{
    const int MaxNameLength = 200;

    static readonly LocalizedText MustBeLanguages = new("compte au moins une langue, parmi : fr, en", "has at least one language of: fr, en");

    public SetupRequestValidator()
    {
        RuleFor(r => r.Department).Required().SingleLine(MaxNameLength);
        RuleFor(r => r.Phone).Required().PossiblePhone();
        RuleFor(r => r.ReplyAddress).MailAddress().When(r => !string.IsNullOrWhiteSpace(r.ReplyAddress));
        RuleFor(r => r.Languages).Must(codes => codes is { Length: > 0 } && Array.TrueForAll(codes, code => code is "fr" or "en")).WithText(MustBeLanguages);
        RuleFor(r => r.ManagerName).Required().SingleLine(MaxNameLength);
        RuleFor(r => r.ManagerEmail).Required().MailAddress();
        RuleFor(r => r.ManagerLanguage).Required().LanguageCode();
    }
}
