using System.Collections.Immutable;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Legal;

/// <summary>The privacy notice and the legal mentions in effect: the department's own texts, or the default ones, filled from the settings.</summary>
static class LegalText
{
    public static readonly IReadOnlyList<string> Placeholders =
        ["{department}", "{organisation}", "{address}", "{phone}", "{mail}", "{contact}", "{registration}", "{director}", "{host}"];

    public static ImmutableArray<LegalBlock> PrivacyNotice(LegalSettings legal, MailOptions department, Language language) => LegalDocument.Parse(
        language.Pick(legal.PrivacyNoticeFrench ?? DefaultPrivacyNotice.French, legal.PrivacyNoticeEnglish ?? DefaultPrivacyNotice.English),
        GetValues(legal, department));

    public static ImmutableArray<LegalBlock> Mentions(LegalSettings legal, MailOptions department, Language language) => LegalDocument.Parse(
        language.Pick(legal.LegalMentionsFrench ?? DefaultLegalMentions.French, legal.LegalMentionsEnglish ?? DefaultLegalMentions.English),
        GetValues(legal, department));

    public static Dictionary<string, string?> GetValues(LegalSettings legal, MailOptions department) => new()
    {
        ["{department}"] = department.DepartmentName,
        ["{organisation}"] = legal.Organisation ?? department.DepartmentName,
        ["{address}"] = legal.PostalAddress,
        ["{phone}"] = department.DepartmentPhone,
        ["{mail}"] = department.FormatReplyAddress(),
        ["{contact}"] = legal.DataProtectionContact ?? department.FormatReplyAddress(),
        ["{registration}"] = legal.Registration,
        ["{director}"] = legal.PublicationDirector,
        ["{host}"] = legal.HostingProvider,
    };
}
