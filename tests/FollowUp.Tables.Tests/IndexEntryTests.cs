using FollowUp.Domain.Projects;
using FollowUp.Storage.Tables;
using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Tables.Tests;

/// <summary>The stored form of index rows. Rows of earlier versions have it, so it never changes.</summary>
public sealed class IndexEntryTests
{
    static readonly IndexEntry Entry = IndexEntry.Of(
        A.Project() with
        {
            Version = 7,
            Staffing = new Staffing(A.Camille, A.Yanis, "zoe@suivi.example"),
            Providers = [new ProviderState("R-1"), new ProviderState("R-2")],
            Plan = A.PlanAt(Instant.FromUnixTimeSeconds(1)),
        },
        hasDossier: true);

    [Fact]
    public void Entry_keeps_the_names_and_order_of_its_stored_fields() => Assert.Equal(
        """
        {"Project":"P-1001","Version":7,"Client":"C-P-1001","Phase":"AwaitingValidation","Open":true,"Coordinator":"camille@suivi.example","InCharge":"yanis@suivi.example","WakeAt":1000000000,"Providers":"R-1\nR-2","Person":true,"Awaited":"zoe@suivi.example","ClosedAt":null}
        """,
        Entry.Write());

    [Fact]
    public void Entry_keeps_its_row_keys() => Assert.Equal(
        [
            "l:C-P-1001:P-1001", "p:R-1:P-1001", "p:R-2:P-1001", "a:zoe@suivi.example:P-1001", "c:P-1001", "q:yanis@suivi.example:P-1001",
            "d:09223372037854775808:P-1001",
        ],
        Entry.AllKeys);

    [Fact]
    public void Counters_keep_the_names_of_their_stored_fields()
    {
        const string stored = """{"Phases":{"Won":3},"Loads":{"camille@suivi.example":{"Open":2,"ServedAt":5}}}""";
        var row = new Azure.Data.Tables.TableEntity("0", Counters.RowKey).SetText("Json", stored);
        Assert.Equal(stored, Counters.Read(row).Write("0", Counters.RowKey).GetText("Json"));
        Assert.Equal("tally", Counters.RowKey);
    }
}
