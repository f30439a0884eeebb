using FollowUp.Application.Settings;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>What the privacy notice and the legal mentions name, and the texts of the public pages.</summary>
sealed record LegalSectionRequest : ISettingsSection
{
    public string? Organisation { get; init; }

    public string? PostalAddress { get; init; }

    public string? Registration { get; init; }

    public string? PublicationDirector { get; init; }

    public string? HostingProvider { get; init; }

    public string? DataProtectionContact { get; init; }

    public string? PrivacyNoticeFrench { get; init; }

    public string? PrivacyNoticeEnglish { get; init; }

    public string? LegalMentionsFrench { get; init; }

    public string? LegalMentionsEnglish { get; init; }

    public string? CharterFrench { get; init; }

    public string? CharterEnglish { get; init; }

    public string? GuideFrench { get; init; }

    public string? GuideEnglish { get; init; }

    public DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed) => before with
    {
        Legal = new LegalSettings
        {
            Organisation = NormalizedText.SingleLineOrNull(Organisation),
            PostalAddress = NormalizedText.SingleLineOrNull(PostalAddress),
            Registration = NormalizedText.SingleLineOrNull(Registration),
            PublicationDirector = NormalizedText.SingleLineOrNull(PublicationDirector),
            HostingProvider = NormalizedText.SingleLineOrNull(HostingProvider),
            DataProtectionContact = DataProtectionContact?.Trim(),
            PrivacyNoticeFrench = NormalizedText.MultiLineOrNull(PrivacyNoticeFrench),
            PrivacyNoticeEnglish = NormalizedText.MultiLineOrNull(PrivacyNoticeEnglish),
            LegalMentionsFrench = NormalizedText.MultiLineOrNull(LegalMentionsFrench),
            LegalMentionsEnglish = NormalizedText.MultiLineOrNull(LegalMentionsEnglish),
            CharterFrench = NormalizedText.MultiLineOrNull(CharterFrench),
            CharterEnglish = NormalizedText.MultiLineOrNull(CharterEnglish),
            GuideFrench = NormalizedText.MultiLineOrNull(GuideFrench),
            GuideEnglish = NormalizedText.MultiLineOrNull(GuideEnglish),
        },
    };
}

sealed class LegalSectionValidator : RequestValidator<LegalSectionRequest>
{
    const int MaxTextLength = 12_000;

    public LegalSectionValidator()
    {
        RuleFor(r => r.Organisation).SingleLine(SettingRules.MaxLineLength);
        RuleFor(r => r.PostalAddress).SingleLine(SettingRules.MaxLongLineLength);
        RuleFor(r => r.Registration).SingleLine(SettingRules.MaxLongLineLength);
        RuleFor(r => r.PublicationDirector).SingleLine(SettingRules.MaxLineLength);
        RuleFor(r => r.HostingProvider).SingleLine(SettingRules.MaxLongLineLength);
        RuleFor(r => r.DataProtectionContact).MailAddress();
        RuleFor(r => r.PrivacyNoticeFrench).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.PrivacyNoticeEnglish).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.LegalMentionsFrench).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.LegalMentionsEnglish).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.CharterFrench).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.CharterEnglish).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.GuideFrench).OptionalMultiLine(MaxTextLength);
        RuleFor(r => r.GuideEnglish).OptionalMultiLine(MaxTextLength);
    }
}
