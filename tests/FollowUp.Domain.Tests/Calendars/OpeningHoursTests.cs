using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace FollowUp.Domain.Tests.Calendars;

public class OpeningHoursTests
{
    static readonly ImmutableArray<DailyWindow> NineToFive = [Paris.Window("09:00", "17:00")];

    [Fact]
    public void Hours_with_the_same_days_and_windows_are_equal()
    {
        var one = new OpeningHours([Monday, Tuesday], [Paris.Window("09:00", "12:00"), Paris.Window("14:00", "18:00")]);
        var same = new OpeningHours([Monday, Tuesday], [Paris.Window("09:00", "12:00"), Paris.Window("14:00", "18:00")]);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(null));
        Assert.NotEqual(one, new OpeningHours([Monday, Wednesday], one.Windows));
        Assert.NotEqual(one, new OpeningHours(one.Days, [one.Windows[0]]));
        Assert.NotEqual(one.GetHashCode(), new OpeningHours(one.Days, [one.Windows[0]]).GetHashCode());
        Assert.NotEqual(one.GetHashCode(), new OpeningHours([Monday], one.Windows).GetHashCode());
    }

    [Fact]
    public void Monday_to_Friday_is_five_days()
    {
        var hours = OpeningHours.MondayToFriday([.. NineToFive]);
        Assert.Equal([Monday, Tuesday, Wednesday, Thursday, Friday], hours.Days);
        Assert.Equal(NineToFive.AsEnumerable(), hours.Windows);
        Assert.True(hours.Includes(Monday));
        Assert.True(hours.Includes(Friday));
        Assert.False(hours.Includes(Saturday));
        Assert.False(hours.Includes(Sunday));
    }

    [Fact]
    public void All_seven_days_may_be_open()
    {
        IsoDayOfWeek[] week = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
        var hours = new OpeningHours([.. week], NineToFive);
        Assert.All(week, day => Assert.True(hours.Includes(day)));
    }

    [Fact]
    public void Windows_may_touch() =>
        Assert.Equal(2, OpeningHours.MondayToFriday(Paris.Window("09:00", "12:00"), Paris.Window("12:00", "14:00")).Windows.Length);

    [Theory]
    [InlineData(new IsoDayOfWeek[0], "Opening hours need at least one day.")]
    [InlineData(new[] { None }, "None is no day of the week.")]
    [InlineData(new[] { (IsoDayOfWeek)8 }, "8 is no day of the week.")]
    [InlineData(new[] { Monday, Monday }, "Days run from Monday to Sunday, none twice: Monday is out of order.")]
    [InlineData(new[] { Friday, Saturday, Monday }, "Days run from Monday to Sunday, none twice: Monday is out of order.")]
    public void Days_that_break_a_rule_are_refused_by_its_name(IsoDayOfWeek[] days, string rule) =>
        Assert.Equal(rule, Assert.Throws<ArgumentException>(() => new OpeningHours([.. days], NineToFive)).Message);

    [Theory]
    [InlineData("", "Opening hours need at least one window.")]
    [InlineData("09:00-09:00", "A window ends after it begins: 09:00–09:00 does not.")]
    [InlineData("14:00-09:00", "A window ends after it begins: 14:00–09:00 does not.")]
    [InlineData("14:00-18:00 09:00-12:00", "Windows run from early to late and do not overlap: 09:00–12:00 begins too early.")]
    [InlineData("09:00-12:00 11:59-18:00", "Windows run from early to late and do not overlap: 11:59–18:00 begins too early.")]
    public void Windows_that_break_a_rule_are_refused_by_its_name(string written, string rule)
    {
        var windows = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Paris.Window(w[..5], w[6..])).ToArray();
        Assert.Equal(rule, Assert.Throws<ArgumentException>(() => OpeningHours.MondayToFriday(windows)).Message);
    }

    [Fact]
    public void Default_array_counts_as_empty()
    {
        Assert.Throws<ArgumentException>(() => new OpeningHours(default, NineToFive));
        Assert.Throws<ArgumentException>(() => new OpeningHours([Monday], default));
    }

    [Fact]
    public void Intersection_is_what_both_have_open()
    {
        var own = new OpeningHours([Monday, Wednesday, Saturday], [Paris.Window("08:00", "11:00"), Paris.Window("12:00", "15:00")]);
        var both = new OpeningHours(
            [Monday, Wednesday],
            [Paris.Window("09:00", "11:00"), Paris.Window("12:00", "12:30"), Paris.Window("14:00", "15:00")]);
        Assert.Equal(both, own.Intersect(Paris.CompanyCalls));
        Assert.Equal(both, Paris.CompanyCalls.Intersect(own));
        Assert.Equal(own, own.Intersect(own));
    }

    [Fact]
    public void Intersection_of_hours_that_do_not_overlap_is_null()
    {
        Assert.Null(Paris.Only(Monday, "09:00", "12:00").Intersect(Paris.Only(Monday, "12:00", "18:00")));
        Assert.Null(Paris.Only(Monday, "09:00", "12:00").Intersect(Paris.Only(Tuesday, "09:00", "12:00")));
    }

    [Fact]
    public void Hours_format_as_people_write_them() =>
        Assert.Equal(
            "Monday, Friday 09:00–12:30, 14:00–18:30",
            new OpeningHours([Monday, Friday], Paris.CompanyCalls.Windows).ToString());
}
