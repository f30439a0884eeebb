using System.Text.Json;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Tests.Given;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Storage.Tests.Serialization;

public class InstantJsonTests
{
    static readonly InstantPattern Iso = InstantPattern.ExtendedIso;

    [Fact]
    public void Instants_are_written_as_NodaTime_writes_them_and_read_back()
    {
        var random = new Random(20261123);
        var (first, last) = (Instant.MinValue.ToUnixTimeSeconds(), Instant.MaxValue.ToUnixTimeSeconds());
        for (var i = 0; i < 20_000; i++)
        {
            var seconds = i % 2 == 0 ? random.NextInt64(first, last) : random.NextInt64(-4_000_000_000, 8_000_000_000);
            Check(Instant.FromUnixTimeSeconds(seconds) + Duration.FromNanoseconds(random.Next(1_000_000_000) / (long)Math.Pow(10, random.Next(10))));
        }
    }

    [Fact]
    public void Instants_at_the_bounds_are_written_as_NodaTime_writes_them_and_read_back()
    {
        foreach (var at in new[]
        {
            Instant.MinValue, Instant.MaxValue, NodaConstants.UnixEpoch, NodaConstants.UnixEpoch.PlusNanoseconds(-1),
            Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(1, 1, 1, 0, 0).PlusNanoseconds(-1),
            Instant.FromUtc(9999, 12, 31, 23, 59, 59), Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999),
            Instant.FromUtc(2028, 2, 29, 23, 59, 59).PlusNanoseconds(100),
        })
        {
            Check(at);
        }
    }

    [Theory]
    [InlineData("2026-11-23T09:00:00")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("2026-11-23T09:60:00Z")]
    [InlineData("0000-01-01T00:00:00.1234567891Z")]
    [InlineData("2026-11-23T09:00:00.Z")]
    [InlineData("2026-1x-23T09:00:00Z")]
    [InlineData("")]
    public void Text_that_is_not_an_instant_is_refused(string text) => Assert.Throws<JsonException>(() => Read(text));

    static void Check(Instant at)
    {
        var json = RecordJson.Write(A.Dossier() with { ConsentToCall = new Consent(at, "oui") });
        Assert.Contains($"\"at\":\"{Iso.Format(at)}\"", json, StringComparison.Ordinal);
        Assert.Equal(at, Read(Iso.Format(at)));
    }

    static Instant? Read(string at) => RecordJson.ReadDossier(
        RecordJson.Write(A.Dossier() with { ConsentToCall = new Consent(A.Monday, "oui") })
            .Replace("2026-11-23T09:00:00Z", at, StringComparison.Ordinal)).ConsentToCall?.At;
}
