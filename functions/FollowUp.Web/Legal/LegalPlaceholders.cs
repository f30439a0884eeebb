using FollowUp.Application.Settings;
using FollowUp.Web.Mails;

namespace FollowUp.Web.Legal;

/// <summary>The words in braces that a public text may have, and what stands in their place.</summary>
static class LegalPlaceholders
{
    public static readonly IReadOnlyList<string> Names =
        ["{department}", "{organisation}", "{address}", "{phone}", "{mail}", "{contact}", "{registration}", "{director}", "{host}"];

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
