using FollowUp.Storage.Shared;
using FollowUp.Storage.Tables;

namespace FollowUp.Tables.Tests;

/// <summary>Names as parts of row keys.</summary>
public sealed class KeysTests
{
    [Theory]
    [InlineData("P-1001", "P-1001")]
    [InlineData("camille@suivi.example", "camille@suivi.example")]
    [InlineData("a/b\\c#d?e", "a=2Fb=5Cc=23d=3Fe")]
    [InlineData("a:b;c'd=e~", "a=3Ab=3Bc=27d=3De=7E")]
    [InlineData("é\n", "=C3=A9=0A")]
    [InlineData("", "")]
    public void Characters_that_Azure_refuses_in_a_key_are_escaped(string name, string part) => Assert.Equal(part, Keys.Escape(name));

    [Fact]
    public void Long_names_stay_different_and_fit_into_a_key()
    {
        var (one, other) = (Keys.Escape(new string('é', 255)), Keys.Escape(new string('é', 254) + "e"));
        Assert.NotEqual(one, other);
        Assert.True(one.Length <= 170);
    }

    [Fact]
    public void Sortable_digits_sort_as_their_instants()
    {
        long[] instants = [long.MinValue, -1, 0, 1, 1_800_000_000_000_000_000, long.MaxValue];
        Assert.Equal(instants, instants.OrderBy(InstantColumn.ToSortableDigits, StringComparer.Ordinal));
    }

    [Fact]
    public void Prefix_range_contains_only_keys_with_the_prefix()
    {
        var end = KeyPrefix.GetEnd("q:camille:");
        Assert.True(string.CompareOrdinal("q:camille:P-1", end) < 0);
        Assert.True(string.CompareOrdinal(end, "q:camille@x:P-1") < 0);
        Assert.True(string.CompareOrdinal("q:camille-x:P-1", "q:camille:") < 0);
    }
}
