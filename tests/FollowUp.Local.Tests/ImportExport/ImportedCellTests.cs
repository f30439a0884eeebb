namespace FollowUp.Local.Tests.ImportExport;

/// <summary>Cells as spreadsheets and other programs write them, read by <c>import --dry-run</c>: amounts, times and texts. All persons are invented.</summary>
public sealed class ImportedCellTests(CommandLine commandLine) : IClassFixture<CommandLine>
{
    [Theory]
    [InlineData(';', "1500,50", "2000,75", "1500.5", "2000.75")]
    [InlineData(',', "\"1500,50\"", "\"2000,75\"", "1500.5", "2000.75")]
    [InlineData(',', "1500.50", "2000.75", "1500.5", "2000.75")]
    [InlineData(';', "1.500,50", "2.000", "1500.5", "2000")]
    [InlineData(',', "\"1,500.50\"", "\"2,000\"", "1500.5", "2000")]
    [InlineData(';', "1 500", "2 000,75", "1500", "2000.75")]
    [InlineData(';', "1\u202f500", "12\u00a0000", "1500", "12000")]
    [InlineData(';', "1'500.50", "2’000", "1500.5", "2000")]
    [InlineData(';', "2.345", "1.234.567", "2345", "1234567")]
    [InlineData(';', "0,500", "2.500", "0.5", "2500")]
    [InlineData(';', "0.00001", "2000,750", "0.00001", "2000.75")]
    [InlineData('\t', "1500,5", "2000", "1500.5", "2000")]
    [InlineData('|', "1500,5", "2000", "1500.5", "2000")]
    public async Task An_amount_is_read_by_the_files_own_habit(char separator, string min, string max, string readMin, string readMax)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(separator, ImportedLines.Build("P-1", min, max)));
        Assert.Contains($"budget.min: {readMin}\n", read.Output, StringComparison.Ordinal);
        Assert.Contains($"budget.max: {readMax}\n", read.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.500", "two ways")]
    [InlineData("1,500", "two ways")]
    [InlineData("1.5.0", "two ways")]
    [InlineData("15,00,50", "two ways")]
    [InlineData("1E+05", "not an amount")]
    [InlineData("1 500 €", "not an amount")]
    [InlineData("2k", "not an amount")]
    [InlineData("15%", "not an amount")]
    public async Task A_doubtful_amount_is_refused_with_its_line(string amount, string reason)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", ""), ImportedLines.Build("P-2", amount, "")));
        Assert.Equal(1, read.Code);
        Assert.Contains($"line 3: budget.min: '{amount}'", read.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, read.Errors, StringComparison.Ordinal);
        Assert.Contains("1 would be taken, 0 known already, 1 refused", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_clear_amount_settles_the_doubtful_ones()
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "1.500", "1.500,00"), ImportedLines.Build("P-2", "2.500", "")));
        Assert.Equal(0, read.Code);
        Assert.Contains("budget.min: 1500\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("budget.min: 2500\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_lost_a_character_before_is_refused_with_its_field()
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", "R\ufffdfection")));
        Assert.Contains("line 2: title: holds U+FFFD", read.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("\ufffd", read.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site vitrine; avec boutique", "line 2: 15 cells, 14 columns")]
    [InlineData("\"Site \"vitrine", "line 2: text stands after the closing quote")]
    [InlineData("\"Site vitrine", "line 2: a cell begins with a quote that is never closed")]
    public async Task A_line_with_a_broken_cell_is_refused_and_nothing_of_it_is_shortened(string title, string error)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", title)));
        Assert.Equal(1, read.Code);
        Assert.Contains(error, read.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("title", read.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Écran 12\" et 15\"", "Écran 12\" et 15\"")]
    [InlineData("\"Écran 12\"\"; et 15\"\"\"", "Écran 12\"; et 15\"")]
    [InlineData("\"Une ligne\r\nune autre\"", null)]
    [InlineData("'@home : domotique", "'@home : domotique")]
    [InlineData("'=1+1", "'=1+1")]
    [InlineData("  Site vitrine  ", "Site vitrine")]
    public async Task A_cell_stays_as_it_was_typed(string cell, string? title)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", cell)));
        Assert.Contains(title is null ? "line 2: title" : $"title: {title}\n", title is null ? read.Errors : read.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=\"P-1\"", "line 2: id")]
    [InlineData("#REF!", "line 2: id")]
    public async Task What_a_spreadsheet_writes_in_place_of_a_value_is_refused(string id, string error)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build(id, "", "")));
        Assert.Contains(error, read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("23/11/2026 07:56")]
    [InlineData("46349,33")]
    [InlineData("2026-11-23 07:56:00")]
    [InlineData("11/23/26 7:56 AM")]
    public async Task A_time_that_a_spreadsheet_wrote_anew_is_refused_with_its_field(string time)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "").Replace("2026-11-23T07:56:00+01:00", time, StringComparison.Ordinal)));
        Assert.Contains("line 2: submittedAt", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ligne\u2028suivante")]
    [InlineData("Onglet\u000bsuivant")]
    [InlineData("Nul\u0001")]
    public async Task A_character_that_no_title_may_hold_is_refused_with_its_field(string title)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", title)));
        Assert.Contains("line 2: title", read.Errors, StringComparison.Ordinal);
    }
}
