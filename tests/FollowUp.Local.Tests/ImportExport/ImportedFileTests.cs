using System.Text;

namespace FollowUp.Local.Tests.ImportExport;

/// <summary>Files as spreadsheets and other programs write them, read by <c>import --dry-run</c>. All persons are invented.</summary>
public sealed class ImportedFileTests(CommandLine commandLine) : IClassFixture<CommandLine>
{
    const string Header = "id;title;description;category;language;budget.min;budget.max;budget.currency;client.id;client.type;client.name;client.email;client.phone;submittedAt";
    const string Utf8Mark = "\ufeff";

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

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
        var read = await Read(ToCsv(separator, BuildLine("P-1", min, max)));
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
        var read = await Read(ToCsv(';', BuildLine("P-1", "", ""), BuildLine("P-2", amount, "")));
        Assert.Equal(1, read.Code);
        Assert.Contains($"line 3: budget.min: '{amount}'", read.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, read.Errors, StringComparison.Ordinal);
        Assert.Contains("1 would be taken, 0 known already, 1 refused", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_clear_amount_settles_the_doubtful_ones()
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "1.500", "1.500,00"), BuildLine("P-2", "2.500", "")));
        Assert.Equal(0, read.Code);
        Assert.Contains("budget.min: 1500\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("budget.min: 2500\n", read.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rénovation façade, crêpi à l’ancienne – 3 000 €")]
    [InlineData("Cœur de Noël : où, déjà")]
    [InlineData("Größe, señor, Ångström")]
    public async Task A_file_in_windows_1252_is_read_as_such(string title)
    {
        var read = await Read(Windows1252.GetBytes(ToCsv(';', BuildLine("P-1", "", "", title))));
        Assert.Contains($"title: {title}\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("windows-1252", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(850)]
    [InlineData(10000)]
    public async Task A_file_in_the_encoding_of_DOS_or_an_old_Mac_is_refused(int codePage)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(ToCsv(';', BuildLine("P-1", "", "", "Rénovation façade déjà prévue")));
        var read = await Read(bytes);
        Assert.Equal((2, ""), (read.Code, read.Output));
        Assert.Contains("neither UTF-8 nor windows-1252", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_file_with_a_byte_order_mark_is_read_by_it(string encoding)
    {
        var read = await Read(Encoding.GetEncoding(encoding).GetBytes(Utf8Mark + ToCsv('\t', BuildLine("P-1", "", "", "Rénovation façade"))));
        Assert.Contains("title: Rénovation façade\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_lost_a_character_before_is_refused_with_its_field()
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "", "R\ufffdfection")));
        Assert.Contains("line 2: title: holds U+FFFD", read.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("\ufffd", read.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site vitrine; avec boutique", "line 2: 15 cells, 14 columns")]
    [InlineData("\"Site \"vitrine", "line 2: text stands after the closing quote")]
    [InlineData("\"Site vitrine", "line 2: a cell begins with a quote that is never closed")]
    public async Task A_line_with_a_broken_cell_is_refused_and_nothing_of_it_is_shortened(string title, string error)
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "", title)));
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
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "", cell)));
        Assert.Contains(title is null ? "line 2: title" : $"title: {title}\n", title is null ? read.Errors : read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_columns_and_lines_are_none()
    {
        var lines = ToCsv(';', BuildLine("P-1", "", "") + ";;;").Replace("submittedAt", "submittedAt;;;", StringComparison.Ordinal);
        var read = await Read(lines + ";;;;;;;;;;;;;;;;\r\n\r\n;;\r\n");
        Assert.Contains("1 would be taken, 0 known already, 0 refused", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_a_column_without_a_name_is_refused()
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "") + ";;oublié").Replace("submittedAt", "submittedAt;;", StringComparison.Ordinal));
        Assert.Contains("line 2: 16 cells, 14 columns", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_cells_that_Excel_leaves_out_at_the_end_are_empty()
    {
        var header = "id,title,category,language,client.id,client.type,client.name,client.email,client.phone,submittedAt,description,deadline";
        var read = await Read(
            header + "\r\nP-1,Site,site-web,fr,C-1,company,Jeanne Roy,jeanne@roy.example,01 99 00 12 34,2026-11-23T07:56:00+01:00\r\n");
        Assert.Contains("1 would be taken", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id;title;title", "the column 'title' stands 2 times")]
    [InlineData("id;Titre", "the column 'Titre' is not known")]
    [InlineData("", "the column 'P-1' is not known")]
    [InlineData(";;;", "names no columns")]
    public async Task A_header_that_cannot_be_right_is_refused(string header, string error)
    {
        var read = await Read(header + "\r\nP-1;a;b\r\n");
        Assert.Equal((2, ""), (read.Code, read.Output));
        Assert.Contains(error, read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sep=;\r\n")]
    [InlineData("\r\n")]
    [InlineData(Utf8Mark)]
    public async Task What_programs_put_before_the_header_is_skipped(string before)
    {
        var read = await Read(before + ToCsv(';', BuildLine("P-1", "1500,5", "", "Site: 9:00, 10:00, 11:00, 12:00")));
        Assert.Contains("title: Site: 9:00, 10:00, 11:00, 12:00\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_in_another_case_and_in_quotes_is_understood()
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "")).Replace("id;title;", "\"ID\";\"Title\";", StringComparison.Ordinal));
        Assert.Contains("id: P-1\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_projects_are_shown_and_nothing_is_stored()
    {
        var file = ToCsv(';', [.. Enumerable.Range(1, 12).Select(i => BuildLine($"P-{i}", "", ""))]);
        var read = await Read(file);
        Assert.Contains("line 11:", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("line 12:", read.Output, StringComparison.Ordinal);
        Assert.Contains("client.phone: +33199001234\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("12 would be taken", read.Errors, StringComparison.Ordinal);
        Assert.Contains("12 would be taken", (await Read(file)).Errors, StringComparison.Ordinal);
    }

    /// <summary>Kinds that public reports on imports name.</summary>
    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task Lines_end_as_any_system_ends_them(string end)
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", ""), BuildLine("P-2", "", "")).Replace("\r\n", end, StringComparison.Ordinal));
        Assert.Contains("2 would be taken", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001a")]
    [InlineData("\r\n\u001a")]
    public async Task The_end_of_a_file_of_DOS_is_no_line(string end)
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "")).TrimEnd() + end);
        Assert.Contains("1 would be taken, 0 known already, 0 refused", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task UTF_16_without_a_mark_is_read_or_refused(string encoding)
    {
        var read = await Read(Encoding.GetEncoding(encoding).GetBytes(ToCsv(';', BuildLine("P-1", "", "", "Réfection façade"))));
        Assert.True(read.Output.Contains("title: Réfection façade\n", StringComparison.Ordinal) || (read.Code == 2 && read.Errors.Contains("UTF-8", StringComparison.Ordinal)), read.Errors);
    }

    [Theory]
    [InlineData("PK\u0003\u0004\u0014\u0000\u0006\u0000", "spreadsheet")]
    [InlineData("%PDF-1.7\r\n", "PDF")]
    [InlineData("<!DOCTYPE html>\r\n<html><table><tr><td>id</td></tr></table></html>", "web page")]
    [InlineData("{\\rtf1\\ansi id;title}", "JSON")]
    [InlineData("", "empty")]
    [InlineData("\r\n \r\n", "empty")]
    public async Task A_file_of_another_kind_is_called_what_it_is(string content, string named)
    {
        var read = await Read(Encoding.Latin1.GetBytes(content));
        Assert.Equal((2, ""), (read.Code, read.Output));
        Assert.Contains(named, read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_before_a_header_in_quotes_is_skipped()
    {
        var file = Utf8Mark + ToCsv(',', BuildLine("P-1", "", ""));
        var read = await Read(file.Replace("id,title", "\"id\",\"title\"", StringComparison.Ordinal));
        Assert.Contains("1 would be taken", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_in_one_are_two_headers_of_which_the_second_is_refused()
    {
        var file = ToCsv(';', BuildLine("P-1", "", ""));
        var read = await Read(file + Utf8Mark + file.Replace("P-1", "P-2", StringComparison.Ordinal));
        Assert.Contains("2 would be taken, 0 known already, 1 refused", read.Errors, StringComparison.Ordinal);
        Assert.Contains("line 3", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=\"P-1\"", "line 2: id")]
    [InlineData("#REF!", "line 2: id")]
    public async Task What_a_spreadsheet_writes_in_place_of_a_value_is_refused(string id, string error)
    {
        var read = await Read(ToCsv(';', BuildLine(id, "", "")));
        Assert.Contains(error, read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("23/11/2026 07:56")]
    [InlineData("46349,33")]
    [InlineData("2026-11-23 07:56:00")]
    [InlineData("11/23/26 7:56 AM")]
    public async Task A_time_that_a_spreadsheet_wrote_anew_is_refused_with_its_field(string time)
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "").Replace("2026-11-23T07:56:00+01:00", time, StringComparison.Ordinal)));
        Assert.Contains("line 2: submittedAt", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id\u00a0;title ;")]
    [InlineData("\u200bid;\ttitle;")]
    public async Task White_space_that_web_pages_leave_in_a_header_is_none(string header)
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "")).Replace("id;title;", header, StringComparison.Ordinal));
        Assert.Contains("1 would be taken", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ligne\u2028suivante")]
    [InlineData("Onglet\u000bsuivant")]
    [InlineData("Nul\u0001")]
    public async Task A_character_that_no_title_may_hold_is_refused_with_its_field(string title)
    {
        var read = await Read(ToCsv(';', BuildLine("P-1", "", "", title)));
        Assert.Contains("line 2: title", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\":\"P-1\",\"id\":\"P-2\"}]")]
    [InlineData("{\"id\":\"P-1\"}\n{\"id\":\"P-2\"}")]
    [InlineData("[{\"id\":\"P-1\",}]")]
    [InlineData("[{\"id\":NaN}]")]
    [InlineData("[{'id':'P-1'}]")]
    [InlineData("[1,null,\"P-1\"]")]
    public async Task JSON_that_programs_read_in_different_ways_is_refused(string json)
    {
        var read = await Read(json);
        Assert.NotEqual(0, read.Code);
        Assert.DoesNotContain("id: ", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", read.Errors, StringComparison.Ordinal);
    }

    Task<(int Code, string Output, string Errors)> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    async Task<(int Code, string Output, string Errors)> Read(byte[] bytes) => await commandLine.Import(bytes, "--dry-run");

    static string ToCsv(char separator, params string[] lines) =>
        string.Concat(lines.Prepend(Header).Select(line => (separator == ';' ? line : line.Replace(';', separator)) + "\r\n"));

    static string BuildLine(string id, string min, string max, string title = "Site vitrine") =>
        $"{id};{title};d;site-web;fr;{min};{max};{(min.Length + max.Length > 0 ? "EUR" : "")};C-1;company;Hélène Roy;helene@roy.example;01 99 00 12 34;2026-11-23T07:56:00+01:00";
}
