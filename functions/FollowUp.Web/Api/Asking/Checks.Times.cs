using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Web;

// Times and amounts.
public sealed partial class Checks
{
    internal const int FirstYear = 2000;
    internal const int LastYear = 2199;
    const decimal MostMoney = 1_000_000_000_000m;

    /// <summary>Two machines never agree on the second.</summary>
    static readonly Duration ClocksDiffer = Duration.FromMinutes(5);

    /// <summary>When something took place.</summary>
    public Instant Past(string field, Instant? value)
    {
        if (value > now + ClocksDiffer)
        {
            Refuse(field, new LocalizedText("ne peut pas être dans l’avenir", "must not be in the future"));
        }

        return Sane(field, value);
    }

    /// <summary>When something is to take place.</summary>
    public Instant Future(string field, Instant? value)
    {
        if (value <= now)
        {
            Refuse(field, new LocalizedText("doit être dans l’avenir", "must be in the future"));
        }

        return Sane(field, value);
    }

    public LocalDate AfterToday(string field, LocalDate? value)
    {
        if (value <= Today)
        {
            Refuse(field, new LocalizedText("doit venir après aujourd’hui", "must come after today"));
        }

        return Sane(field, value);
    }

    public void NotBeforeToday(string field, LocalDate? value)
    {
        if (value < Today)
        {
            Refuse(field, new LocalizedText("est déjà passée", "is past already"));
        }
    }

    public LocalDate Sane(string field, LocalDate? value)
    {
        if (value is { } day && !IsSane(day.Year))
        {
            OutOfRange(field);
        }

        return value ?? Today;
    }

    public decimal? Money(string field, decimal? value)
    {
        if (value is < 0 or >= MostMoney)
        {
            Refuse(field, new LocalizedText("est un montant de 0 ou plus", "is an amount of 0 or more"));
        }

        return value;
    }

    Instant Sane(string field, Instant? value)
    {
        if (value is { } at && !IsSane(at.InUtc().Year))
        {
            OutOfRange(field);
        }

        return value ?? now;
    }

    /// <summary>Far from the ends of the calendar, where a day or an offset more leads beyond.</summary>
    internal static bool IsSane(int year) => year is >= FirstYear and <= LastYear;

    void OutOfRange(string field) => Refuse(field, new LocalizedText(
        $"tombe entre les années {FirstYear} et {LastYear}", $"falls within the years {FirstYear} to {LastYear}"));
}
