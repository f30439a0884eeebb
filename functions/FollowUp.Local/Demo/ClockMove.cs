using System.Text.Json;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Local.Demo;

/// <summary>
/// The body of <c>POST /demo/clock</c>: <c>advance</c> by a period or <c>to</c> a time, running what falls due on the way, or <c>jump</c> by a
/// period, after which everything is overdue at once.
/// </summary>
public sealed record ClockMove
{
    /// <summary>A longer move, by a typing error, would keep the machine busy for a long time.</summary>
    static readonly Period MaxMove = Period.FromYears(10);

    static readonly LocalizedText NotAnObject = new("Il faut un objet JSON.", "A JSON object is expected.");

    static readonly LocalizedText UnknownField = new(
        "Ce champ n’est pas connu : utilisez advance, to ou jump.", "This field is not known: use advance, to or jump.");

    static readonly LocalizedText ExactlyOneField = new(
        "Il faut exactement un champ parmi advance, to et jump.", "Exactly one of advance, to and jump is expected.");

    static readonly LocalizedText InvalidTime = new(
        "Il faut une heure RFC 3339 avec son décalage, comme 2026-11-23T09:00:00+01:00.",
        "An RFC 3339 time with an offset is expected, such as 2026-11-23T09:00:00+01:00.");

    static readonly LocalizedText InvalidPeriod = new(
        "Il faut une durée ISO 8601, comme P3D ou PT10M.", "An ISO 8601 period is expected, such as P3D or PT10M.");

    static readonly LocalizedText Backwards = new("L’horloge ne recule jamais.", "The clock never goes backwards.");

    static readonly LocalizedText TooFar = new("L’horloge avance de dix ans au plus à la fois.", "The clock goes ten years at most at a time.");

    readonly Period? period;
    readonly Instant to;

    ClockMove(string field, Period? by, Instant to)
    {
        Field = field;
        this.period = by;
        this.to = to;
    }

    /// <summary><c>advance</c>, <c>to</c> or <c>jump</c>.</summary>
    public string Field { get; }

    public bool IsJump => Field == "jump";

    /// <returns>The move, or the field that is wrong and the error; the field is <c>body</c> when it is not about one field.</returns>
    public static (ClockMove? Move, string Field, LocalizedText? Error) Parse(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, "body", NotAnObject);
        }

        var fields = body.EnumerateObject().ToList();
        if (fields.Find(f => f.Name is not ("advance" or "to" or "jump")) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            return (null, unknown.Name, UnknownField);
        }

        if (fields.Count != 1)
        {
            return (null, fields.Count == 0 ? "body" : fields[1].Name, ExactlyOneField);
        }

        var (name, value) = (fields[0].Name, fields[0].Value.ValueKind == JsonValueKind.String ? fields[0].Value.GetString()! : "");
        if (name == "to")
        {
            return OffsetDateTimePattern.Rfc3339.Parse(value) is { Success: true, Value: { Year: > 0 and < 9999 } time }
                ? (new ClockMove(name, null, time.ToInstant()), name, null)
                : (null, name, InvalidTime);
        }

        return PeriodPattern.Roundtrip.Parse(value) is { Success: true, Value: var period }
            ? (new ClockMove(name, period, default), name, null)
            : (null, name, InvalidPeriod);
    }

    /// <returns>The instant that the move leads to, or an error.</returns>
    public (Instant Target, LocalizedText? Error) GetTarget(Instant now)
    {
        Instant target;
        try
        {
            target = period is null ? to : AddPeriod(now, period);
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return (now, TooFar);
        }

        return target < now ? (now, Backwards)
            : target > AddPeriod(now, MaxMove) ? (now, TooFar)
            : (target, null);
    }

    /// <summary>Adds years to days by the calendar of Paris, and hours and less as elapsed time, also when the clocks change.</summary>
    static Instant AddPeriod(Instant now, Period period)
    {
        var calendar = WorkingCalendar.France;
        var days = new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();
        var hours = (period - days).ToDuration();
        var local = calendar.ToLocal(now);
        var moved = local.Plus(days);
        return (moved == local ? now : calendar.At(moved.Date, moved.TimeOfDay)) + hours;
    }
}
