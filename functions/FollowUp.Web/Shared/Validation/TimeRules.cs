using FluentValidation;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Rules for times and dates. A missing value passes.</summary>
static class TimeRules
{
    /// <summary>The error code of the rules that compare with the clock: a value that passed once may fail later.</summary>
    public const string ClockRule = "clock";

    /// <summary>How far the clock of another machine may be ahead of ours.</summary>
    static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    static readonly LocalizedText MustBePast = new("ne peut pas être dans l’avenir", "must not be in the future");
    static readonly LocalizedText MustBeFuture = new("doit être dans l’avenir", "must be in the future");
    static readonly LocalizedText MustBeAfterToday = new("doit venir après aujourd’hui", "must come after today");
    static readonly LocalizedText MustNotBeBeforeToday = new("est déjà passée", "is past already");
    internal static readonly LocalizedText MustBeSupportedYear = new(
        $"tombe entre les années {SupportedYears.First} et {SupportedYears.Last}",
        $"falls within the years {SupportedYears.First} to {SupportedYears.Last}");

    /// <summary>The time of something that took place.</summary>
    public static IRuleBuilderOptions<T, Instant?> InPast<T>(this IRuleBuilder<T, Instant?> rule, TimeProvider time) => rule
        .Must(at => !(at > time.GetCurrentInstant() + ClockTolerance)).WithText(MustBePast).WithErrorCode(ClockRule)
        .Must(IsSupported).WithText(MustBeSupportedYear);

    /// <summary>The time of something that is to take place.</summary>
    public static IRuleBuilderOptions<T, Instant?> InFuture<T>(this IRuleBuilder<T, Instant?> rule, TimeProvider time) => rule
        .Must(at => !(at <= time.GetCurrentInstant())).WithText(MustBeFuture).WithErrorCode(ClockRule)
        .Must(IsSupported).WithText(MustBeSupportedYear);

    public static IRuleBuilderOptions<T, LocalDate?> AfterToday<T>(this IRuleBuilder<T, LocalDate?> rule, TimeProvider time, WorkingCalendar calendar) => rule
        .Must(day => !(day <= Today(time, calendar))).WithText(MustBeAfterToday).WithErrorCode(ClockRule).InSupportedYears();

    public static IRuleBuilderOptions<T, LocalDate?> NotBeforeToday<T>(
        this IRuleBuilder<T, LocalDate?> rule, TimeProvider time, WorkingCalendar calendar) => rule
        .Must(day => !(day < Today(time, calendar))).WithText(MustNotBeBeforeToday).WithErrorCode(ClockRule).InSupportedYears();

    public static IRuleBuilderOptions<T, LocalDate?> InSupportedYears<T>(this IRuleBuilder<T, LocalDate?> rule) =>
        rule.Must(day => day is not { } given || SupportedYears.Contains(given.Year)).WithText(MustBeSupportedYear);

    static bool IsSupported(Instant? at) => at is not { } given || SupportedYears.Contains(given.InUtc().Year);

    static LocalDate Today(TimeProvider time, WorkingCalendar calendar) => calendar.DateOf(time.GetCurrentInstant());
}
