namespace FollowUp.Web.Shared.Validation;

/// <summary>The years that dates from outside may fall in. They are far from the ends of the calendar, so that adding days or an offset cannot overflow.</summary>
static class SupportedYears
{
    public const int First = 2000;
    public const int Last = 2199;

    public static bool Contains(int year) => year is >= First and <= Last;
}
