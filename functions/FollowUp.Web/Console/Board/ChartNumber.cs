using System.Globalization;

namespace FollowUp.Web.Console.Board;

/// <summary>Numbers as SVG reads them, in every language of the page.</summary>
static class ChartNumber
{
    static readonly int[] Steps = [1, 2, 5, 10];

    public static string Format(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The upper end of an axis: the least of 1, 2, 5, 10, 20… that is not below a value.</summary>
    public static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, value))));
        return Steps.Select(step => step * power).First(end => end >= value);
    }
}
