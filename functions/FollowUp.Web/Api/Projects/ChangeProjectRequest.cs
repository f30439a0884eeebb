using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A project as the client left it on the website. An absent field is empty from now on.</summary>
public sealed record ChangeProjectRequest
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>In lower case, as <c>site-web</c>.</summary>
    public string? Category { get; init; }

    public BudgetRequest? Budget { get; init; }

    public LocalDate? Deadline { get; init; }

    /// <summary>The personal data after the change.</summary>
    internal Dossier Apply(Dossier d) => d with
    {
        Title = NormalizedText.SingleLine(Title!),
        Description = NormalizedText.MultiLineOrNull(Description),
        Category = Category!,
        Budget = Submission.BudgetOf(Budget),
        Deadline = Deadline,
    };

    /// <param name="before">The personal data before the change; null for an erased person.</param>
    internal ReportProjectChange ToCommand(Dossier? before)
    {
        if (before is null)
        {
            return new ReportProjectChange(ChangedFields.None, Category!, Deadline, Evidence.None);
        }

        var after = Apply(before);
        var fields = (before.Title == after.Title ? 0 : ChangedFields.Title)
            | (before.Description == after.Description ? 0 : ChangedFields.Description)
            | (before.Category == after.Category ? 0 : ChangedFields.Category)
            | (before.Budget == after.Budget ? 0 : ChangedFields.Budget)
            | (before.Deadline == after.Deadline ? 0 : ChangedFields.Deadline);
        return new ReportProjectChange(fields, after.Category, after.Deadline, Submission.EvidenceOf(after.Description, after.Budget, after.Deadline));
    }
}

/// <summary>A deadline may be past: it is what the project says.</summary>
sealed class ChangeProjectValidator : RequestValidator<ChangeProjectRequest>
{
    public ChangeProjectValidator()
    {
        RuleFor(r => r.Title).Required().SingleLine(SubmitValidator.MaxTitleLength);
        RuleFor(r => r.Description).OptionalMultiLine(TextRules.MaxLongTextLength);
        RuleFor(r => r.Category).Required().Slug();
        RuleFor(r => r.Budget).SetValidator(new BudgetValidator()!);
    }
}
