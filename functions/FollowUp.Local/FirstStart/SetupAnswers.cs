using System.Collections.Immutable;
using FluentValidation.Results;
using FollowUp.Application.People;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.FirstStart;
using FollowUp.Web.Shared.Validation;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Local.FirstStart;

/// <summary>The answers of <c>setup</c> by field; a missing or empty one is none.</summary>
sealed record SetupAnswers(ImmutableDictionary<string, string> Values)
{
    public static readonly SetupAnswers None = new(ImmutableDictionary<string, string>.Empty);

    public string? this[string field] => Values.TryGetValue(field, out var value) && value.Length > 0 ? value : null;

    public bool HasMailServer => this["smtpHost"] is not null;

    public SetupAnswers With(string field, string? value) => new(Values.SetItem(field, value?.Trim() ?? ""));

    /// <summary>These answers, and those of another for the fields that have none here. An empty answer is one.</summary>
    public SetupAnswers OrElse(SetupAnswers other) => new(other.Values.SetItems(Values));

    /// <summary>What is stored already.</summary>
    /// <param name="manager">A manager; null while there is none.</param>
    public static SetupAnswers FromStored(DepartmentSettings stored, Staff? manager) => None
        .WithStored("department", stored.Name)
        .WithStored("phone", stored.Phone)
        .WithStored("replyAddress", stored.ReplyAddress)
        .WithStored("languages", stored.Languages.IsDefaultOrEmpty ? null : string.Join(',', stored.Languages.Select(LanguageText.Code)))
        .WithStored("alsaceMoselle", stored.AlsaceMoselle ? "yes" : null)
        .WithStored("managerName", manager?.Name)
        .WithStored("managerEmail", manager?.Id)
        .WithStored("managerLanguage", manager is null ? null : LanguageText.Code(manager.Language))
        .WithStored("publicAddress", stored.PublicAddress?.ToString())
        .WithStored("smtpHost", stored.Smtp.Host)
        .WithStored("smtpPort", stored.Smtp.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .WithStored("smtpSecurity", stored.Smtp.Security)
        .WithStored("smtpUser", stored.Smtp.User)
        .WithStored("fromAddress", stored.Mail.FromAddress);

    /// <summary>The answer of a question when none is given.</summary>
    public static readonly SetupAnswers Defaults = SetupQuestion.All.Where(q => q.Default is not null)
        .Aggregate(None, (answers, question) => answers.With(question.Field, question.Default));

    public SetupRequest ToDepartment() => new()
    {
        Department = this["department"],
        Phone = this["phone"],
        ReplyAddress = this["replyAddress"],
        Languages = this["languages"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        AlsaceMoselle = this["alsaceMoselle"] == "yes",
        ManagerName = this["managerName"],
        ManagerEmail = this["managerEmail"],
        ManagerLanguage = this["managerLanguage"],
    };

    public ServerRequest ToServer() => new()
    {
        PublicAddress = this["publicAddress"],
        FromAddress = HasMailServer ? this["fromAddress"] : null,
        SmtpHost = this["smtpHost"],
        SmtpPort = this["smtpPort"],
        SmtpSecurity = this["smtpSecurity"],
        SmtpUser = this["smtpUser"],
        TestMailTo = this["testMailTo"],
    };

    /// <summary>What is wrong, one rule a field.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Validate(RequestValidators validators, CancellationToken cancellation)
    {
        var failures = new List<ValidationFailure>();
        if (this["alsaceMoselle"] is not (null or "yes" or "no"))
        {
            failures.Add(new ValidationFailure("alsaceMoselle", "is yes or no"));
        }

        failures.AddRange(await validators.Validate(ToDepartment(), cancellation));
        failures.AddRange(await validators.Validate(ToServer(), cancellation));
        return FieldErrors.Describe(failures, Language.English).ToDictionary(field => field.Key.Split('[')[0], field => field.Value[0]);
    }

    SetupAnswers WithStored(string field, string? value) => value is null ? this : With(field, value);
}
