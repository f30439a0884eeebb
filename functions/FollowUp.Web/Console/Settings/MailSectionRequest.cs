using FluentValidation;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Settings;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>The identity of mails, where replies go, and the mail server.</summary>
sealed record MailSectionRequest : ISettingsSection
{
    public string? FromAddress { get; init; }

    public string? ReplyDomain { get; init; }

    public string? AuthenticatedBy { get; init; }

    public string? SmtpHost { get; init; }

    public int? SmtpPort { get; init; }

    public string? SmtpSecurity { get; init; }

    public string? SmtpUser { get; init; }

    /// <summary>A new password; missing: the stored one stays.</summary>
    public string? SmtpPassword { get; init; }

    public DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed) => before with
    {
        Mail = new MailSettings
        {
            FromAddress = isFixed(SettingKeys.FromAddress) ? before.Mail.FromAddress : FromAddress?.Trim(),
            ReplyDomain = isFixed(SettingKeys.ReplyDomain) ? before.Mail.ReplyDomain : ReplyDomain?.Trim(),
            AuthenticatedBy = isFixed(SettingKeys.AuthenticatedBy) ? before.Mail.AuthenticatedBy : AuthenticatedBy?.Trim(),
        },
        Smtp = isFixed(SettingKeys.SmtpHost) || isFixed(SettingKeys.MailService) ? before.Smtp : SmtpHost is null ? new SmtpSettings() : new SmtpSettings
        {
            Host = SmtpHost.Trim(),
            Port = SmtpPort,
            Security = SmtpSecurity,
            User = SmtpUser?.Trim(),
            Password = SmtpUser is null ? null : SmtpPassword is null ? before.Smtp.Password : secrets.Protect(SmtpPassword),
        },
    };

    /// <summary>A stored password was entered for one server and user; another one must not receive it.</summary>
    public bool NeedsPasswordAgain(SmtpSettings before) =>
        SmtpHost is not null && SmtpUser is not null && SmtpPassword is null && before.Password is not null
        && (!string.Equals(before.Host, SmtpHost.Trim(), StringComparison.OrdinalIgnoreCase) || before.User != SmtpUser.Trim());
}

sealed class MailSectionValidator : RequestValidator<MailSectionRequest>
{
    static readonly LocalizedText MustBeSecurity = new("vaut « tls », « starttls » ou « none »", "is “tls”, “starttls” or “none”");

    public MailSectionValidator()
    {
        RuleFor(r => r.FromAddress).MailAddress();
        RuleFor(r => r.ReplyDomain).DomainName();
        RuleFor(r => r.AuthenticatedBy).SingleLine(SettingRules.MaxLineLength);
        RuleFor(r => r.SmtpHost).HostName();
        RuleFor(r => r.SmtpPort).Must(port => port is null or (>= 1 and <= 65535)).WithText(new LocalizedText("est entre 1 et 65535", "is between 1 and 65535"));
        RuleFor(r => r.SmtpSecurity).Must(security => security is null or "tls" or "starttls" or "none").WithText(MustBeSecurity);
        RuleFor(r => r.SmtpUser).SingleLine(SettingRules.MaxLineLength);
        RuleFor(r => r.SmtpPassword).SingleLine(SettingRules.MaxLineLength);
        RuleFor(r => r.SmtpHost).Required().When(r => r.SmtpUser is not null || r.SmtpPassword is not null);
    }
}
