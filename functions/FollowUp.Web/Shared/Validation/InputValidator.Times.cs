using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web.Shared.Validation;

// Times and amounts.
public sealed partial class InputValidator
{
    internal const int FirstYear = 2000;
    internal const int LastYear = 2199;
    const decimal MaxAmount = 1_000_000_000_000m;

    /// <summary>Two machines never agree on the second.</summary>
    static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    /// <summary>When something took place.</summary>
    public Instant InPast(string field, Instant? value)
    {
        if (value > now + ClockTolerance)
        {
            AddError(field, new LocalizedText("ne peut pas être dans l’avenir", "must not be in the future"));
        }

        return InSupportedYears(field, value);
    }

    /// <summary>When something is to take place.</summary>
    public Instant InFuture(string field, Instant? value)
    {
        if (value <= now)
        {
            AddError(field, new LocalizedText("doit être dans l’avenir", "must be in the future"));
        }

        return InSupportedYears(field, value);
    }

    public LocalDate AfterToday(string field, LocalDate? value)
    {
        if (value <= Today)
        {
            AddError(field, new LocalizedText("doit venir après aujourd’hui", "must come after today"));
        }

        return InSupportedYears(field, value);
    }

    public void NotBeforeToday(string field, LocalDate? value)
    {
        if (value < Today)
        {
            AddError(field, new LocalizedText("est déjà passée", "is past already"));
        }
    }

    public LocalDate InSupportedYears(string field, LocalDate? value)
    {
        if (value is { } day && !IsSupportedYear(day.Year))
        {
            AddYearError(field);
        }

        return value ?? Today;
    }

    public decimal? Amount(string field, decimal? value)
    {
        if (value is < 0 or >= MaxAmount)
        {
            AddError(field, new LocalizedText("est un montant de 0 ou plus", "is an amount of 0 or more"));
        }

        return value;
    }

    Instant InSupportedYears(string field, Instant? value)
    {
        if (value is { } at && !IsSupportedYear(at.InUtc().Year))
        {
            AddYearError(field);
        }

        return value ?? now;
    }

    /// <summary>Far from the ends of the calendar, where a day or an offset more leads beyond.</summary>
    internal static bool IsSupportedYear(int year) => year is >= FirstYear and <= LastYear;

    void AddYearError(string field) => AddError(field, new LocalizedText(
        $"tombe entre les années {FirstYear} et {LastYear}", $"falls within the years {FirstYear} to {LastYear}"));
}
