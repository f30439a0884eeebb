using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using NodaTime;

namespace FollowUp.Storage.Tests.Sqlite;

/// <summary>Values that are bound to a statement and read back.</summary>
public sealed class StatementTests : IDisposable
{
    readonly Session session = Session.Open(":memory:", cacheKibibytes: 100);

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("Élodie 👩‍💻 %_'\";--")]
    public void Text_reads_back(string text)
    {
        Assert.Equal(text, session.Sql("SELECT ?").Bind(text).QueryFirst(row => row.Text(0)));
        Assert.Equal("text", session.Sql("SELECT typeof(?)").Bind(text).QueryFirst(row => row.Text(0)));
        Assert.Equal(text, session.Sql("SELECT ?").Bind(text).QueryFirst(row => row.TextOrNull(0)));
    }

    [Fact]
    public void Long_text_reads_back()
    {
        var text = new string('é', 1_000_000);
        Assert.Equal(text, session.Sql("SELECT ?").Bind(text).QueryFirst(row => row.Text(0)));
    }

    [Fact]
    public void Null_and_missing_rows_read_as_null()
    {
        Assert.Null(session.Sql("SELECT ?").Bind((string?)null).QueryFirst(row => row.TextOrNull(0)));
        Assert.Null(session.Sql("SELECT ?").Bind((long?)null).QueryFirst(row => row.NumberOrNull(0)));
        Assert.Null(session.Sql("SELECT ?").Bind((byte[]?)null).QueryFirst(row => row.InstantOrNull(0)));
        Assert.Null(session.Sql("SELECT 1 WHERE false").QueryFirst(row => row.TextOrNull(0)));
        Assert.Empty(session.Sql("SELECT 1 WHERE false").QueryAll(row => row.Number(0)));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void Number_reads_back(long number) => Assert.Equal(number, session.Sql("SELECT ?").Bind(number).QueryFirst(row => row.Number(0)));

    [Fact]
    public void Instant_reads_back_to_the_nanosecond()
    {
        foreach (var at in new[] { NodaConstants.UnixEpoch, Instant.FromUtc(2026, 11, 23, 9, 0).PlusNanoseconds(1), Instant.FromUtc(1700, 1, 1, 0, 0) })
            Assert.Equal(at, session.Sql("SELECT ?").Bind(at).QueryFirst(row => row.Instant(0)));
    }

    [Fact]
    public void Instant_beyond_the_bounds_is_stored_as_the_bound()
    {
        Assert.Equal(long.MaxValue, InstantColumn.ToNanoseconds(Instant.MaxValue));
        Assert.Equal(long.MinValue, InstantColumn.ToNanoseconds(Instant.MinValue));
        Assert.Null(InstantColumn.ToNanoseconds((Instant?)null));
    }

    [Fact]
    public void Hash_reads_back_as_hex() => Assert.Equal("00ff", session.Sql("SELECT ?").Bind([0, 255]).QueryFirst(row => row.Hash(0)));

    [Fact]
    public void Interrupted_use_does_not_affect_the_next_one()
    {
        const string sql = "SELECT ? || ?";
        _ = session.Sql(sql).Bind("left over");
        Assert.Equal("ab", session.Sql(sql).Bind("a").Bind("b").QueryFirst(row => row.Text(0)));
        Assert.Throws<FormatException>(() => session.Sql(sql).Bind("a").Bind("b").QueryFirst<string>(_ => throw new FormatException()));
        Assert.Equal("cd", session.Sql(sql).Bind("c").Bind("d").QueryFirst(row => row.Text(0)));
    }
}
