using FluentValidation;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>The department: name, phone, address, languages, holidays, public address.</summary>
sealed record DepartmentSectionRequest : ISettingsSection
{
    public string? DepartmentName { get; init; }

    public string? DepartmentPhone { get; init; }

    public string? ReplyAddress { get; init; }

    public Language[]? Languages { get; init; }

    public bool? AlsaceMoselle { get; init; }

    public string? PublicAddress { get; init; }

    public DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed) => before with
    {
        Name = isFixed(SettingKeys.DepartmentName) ? before.Name : NormalizedText.SingleLineOrNull(DepartmentName),
        Phone = isFixed(SettingKeys.DepartmentPhone) ? before.Phone : NormalizedText.SingleLineOrNull(DepartmentPhone),
        ReplyAddress = isFixed(SettingKeys.ReplyAddress) ? before.ReplyAddress : ReplyAddress?.Trim(),
        Languages = [.. Languages!.Distinct().Order()],
        AlsaceMoselle = AlsaceMoselle == true,
        PublicAddress = isFixed(SettingKeys.PublicBase) ? before.PublicAddress : SettingRules.ParseBaseAddress(PublicAddress),
    };
}

sealed class DepartmentSectionValidator : RequestValidator<DepartmentSectionRequest>
{
    static readonly LocalizedText MustHaveLanguage = new("en compte une au moins", "must hold one at least");

    public DepartmentSectionValidator()
    {
        RuleFor(r => r.DepartmentName).SingleLine(SettingRules.MaxLineLength);
        RuleFor(r => r.DepartmentPhone).PossiblePhone();
        RuleFor(r => r.ReplyAddress).MailAddress();
        RuleFor(r => r.Languages).Must(languages => languages is { Length: > 0 }).WithText(MustHaveLanguage);
        RuleFor(r => r.PublicAddress).BaseAddress();
    }
}
