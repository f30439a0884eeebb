using FollowUp.Domain.Calendars;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>A project as the website posts it.</summary>
public sealed record SubmitRequest
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>In lower case, as <c>site-web</c>.</summary>
    public string? Category { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    public BudgetRequest? Budget { get; init; }

    public LocalDate? Deadline { get; init; }

    public ClientRequest? Client { get; init; }

    public Instant? SubmittedAt { get; init; }
}

/// <summary>A repeat of a known submission may break the rules that compare with the clock (<see cref="TimeRules.ClockRule"/>).</summary>
sealed class SubmitValidator : RequestValidator<SubmitRequest>
{
    internal const int MaxTitleLength = 200;

    public SubmitValidator(TimeProvider time, WorkingCalendar calendar)
    {
        RuleFor(r => r.Id).Required().Id();
        RuleFor(r => r.Title).Required().SingleLine(MaxTitleLength);
        RuleFor(r => r.Description).OptionalMultiLine(TextRules.MaxLongTextLength);
        RuleFor(r => r.Category).Required().Slug();
        RuleFor(r => r.Language).Required().LanguageCode();
        RuleFor(r => r.Budget).SetValidator(new BudgetValidator()!);
        RuleFor(r => r.Client).Required().SetValidator(new ClientValidator(time)!);
        RuleFor(r => r.SubmittedAt).Required().InPast(time);
        RuleFor(r => r.Deadline).NotBeforeToday(time, calendar);
    }
}
