using System.Text;
using CsvHelper;
using FollowUp.Local.CommandLine;
using FollowUp.Local.ImportExport;

namespace FollowUp.Local.Tests.ImportExport;

/// <summary>A file that is no table of projects is refused before it costs anything. The lines of one that is cost in proportion to what they hold.</summary>
public sealed class ImportCostTests
{
    const int Length = 25 << 20;
    const long MaxAllocated = 200L << 20;

    static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("separators", "id;title\n", ";")]
    [InlineData("line breaks", "id;title\n", "\n")]
    [InlineData("quotation marks", "id;title\n", "\"")]
    [InlineData("an open quotation", "id;title\n\"", "a")]
    [InlineData("columns", "", "a;")]
    [InlineData("one cell", "id;title\n", "a")]
    [InlineData("marks", "id;title\n", "\u0301\u0323")]
    public void File_of_25_MiB_costs_little(string kind, string start, string piece)
    {
        Read(Compose(start, piece, 10_000));
        var bytes = Compose(start, piece, Length);
        var (cost, spent) = Measure(bytes);
        for (var again = 0; again < 2 && spent > MaxTime; again++)
        {
            // Beside other programs the same work takes more processor time: the caches are theirs too.
            (cost, spent) = Measure(bytes);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"25 MiB of {kind}: {cost >> 20} MiB allocated, {spent.TotalMilliseconds:F0} ms of processor time"));
        Assert.True(cost <= MaxAllocated, $"{kind}: {cost >> 20} MiB");
        Assert.True(spent <= MaxTime, $"{kind}: {spent}");
    }

    static (long Allocated, TimeSpan Time) Measure(byte[] bytes)
    {
        var (allocated, time) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.UserTime);
        Read(bytes);
        return (GC.GetAllocatedBytesForCurrentThread() - allocated, Environment.CpuUsage.UserTime - time);
    }

    static void Read(byte[] bytes)
    {
        try
        {
            CsvFile.Read(FileText.Decode(bytes, "a.csv").Text);
        }
        catch (Exception refused) when (refused is BadArgumentException or CsvFormatException)
        {
            // The message names the line.
        }
    }

    static byte[] Compose(string start, string piece, int length)
    {
        var text = new StringBuilder(start);
        while (text.Length < length)
        {
            text.Append(piece);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
