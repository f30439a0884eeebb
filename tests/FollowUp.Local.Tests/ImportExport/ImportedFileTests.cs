using System.Text;

namespace FollowUp.Local.Tests.ImportExport;

/// <summary>Files as spreadsheets and other programs write them, read by <c>import --dry-run</c>: encodings, headers and lines. All persons are invented.</summary>
public sealed class ImportedFileTests(CommandLine commandLine) : IClassFixture<CommandLine>
{
    const string Utf8Mark = "\ufeff";

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("Rénovation façade, crêpi à l’ancienne – 3 000 €")]
    [InlineData("Cœur de Noël : où, déjà")]
    [InlineData("Größe, señor, Ångström")]
    public async Task A_file_in_windows_1252_is_read_as_such(string title)
    {
        var read = await commandLine.DryRun(Windows1252.GetBytes(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", title))));
        Assert.Contains($"title: {title}\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("windows-1252", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(850)]
    [InlineData(10000)]
    public async Task A_file_in_the_encoding_of_DOS_or_an_old_Mac_is_refused(int codePage)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", "Rénovation façade déjà prévue")));
        var read = await commandLine.DryRun(bytes);
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
        var read = await commandLine.DryRun(Encoding.GetEncoding(encoding).GetBytes(Utf8Mark + ImportedLines.ToCsv('\t', ImportedLines.Build("P-1", "", "", "Rénovation façade"))));
        Assert.Contains("title: Rénovation façade\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_columns_and_lines_are_none()
    {
        var lines = ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "") + ";;;").Replace("submittedAt", "submittedAt;;;", StringComparison.Ordinal);
        var read = await commandLine.DryRun(lines + ";;;;;;;;;;;;;;;;\r\n\r\n;;\r\n");
        Assert.Contains("1 would be taken, 0 known already, 0 refused", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_a_column_without_a_name_is_refused()
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "") + ";;oublié").Replace("submittedAt", "submittedAt;;", StringComparison.Ordinal));
        Assert.Contains("line 2: 16 cells, 14 columns", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_cells_that_Excel_leaves_out_at_the_end_are_empty()
    {
        var header = "id,title,category,language,client.id,client.type,client.name,client.email,client.phone,submittedAt,description,deadline";
        var read = await commandLine.DryRun(
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
        var read = await commandLine.DryRun(header + "\r\nP-1;a;b\r\n");
        Assert.Equal((2, ""), (read.Code, read.Output));
        Assert.Contains(error, read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sep=;\r\n")]
    [InlineData("\r\n")]
    [InlineData(Utf8Mark)]
    public async Task What_programs_put_before_the_header_is_skipped(string before)
    {
        var read = await commandLine.DryRun(before + ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "1500,5", "", "Site: 9:00, 10:00, 11:00, 12:00")));
        Assert.Contains("title: Site: 9:00, 10:00, 11:00, 12:00\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_in_another_case_and_in_quotes_is_understood()
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "")).Replace("id;title;", "\"ID\";\"Title\";", StringComparison.Ordinal));
        Assert.Contains("id: P-1\n", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_projects_are_shown_and_nothing_is_stored()
    {
        var file = ImportedLines.ToCsv(';', [.. Enumerable.Range(1, 12).Select(i => ImportedLines.Build($"P-{i}", "", ""))]);
        var read = await commandLine.DryRun(file);
        Assert.Contains("line 11:", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("line 12:", read.Output, StringComparison.Ordinal);
        Assert.Contains("client.phone: +33199001234\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("12 would be taken", read.Errors, StringComparison.Ordinal);
        Assert.Contains("12 would be taken", (await commandLine.DryRun(file)).Errors, StringComparison.Ordinal);
    }

    /// <summary>Kinds that public reports on imports name.</summary>
    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task Lines_end_as_any_system_ends_them(string end)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", ""), ImportedLines.Build("P-2", "", "")).Replace("\r\n", end, StringComparison.Ordinal));
        Assert.Contains("2 would be taken", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001a")]
    [InlineData("\r\n\u001a")]
    public async Task The_end_of_a_file_of_DOS_is_no_line(string end)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "")).TrimEnd() + end);
        Assert.Contains("1 would be taken, 0 known already, 0 refused", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task UTF_16_without_a_mark_is_read_or_refused(string encoding)
    {
        var read = await commandLine.DryRun(Encoding.GetEncoding(encoding).GetBytes(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "", "Réfection façade"))));
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
        var read = await commandLine.DryRun(Encoding.Latin1.GetBytes(content));
        Assert.Equal((2, ""), (read.Code, read.Output));
        Assert.Contains(named, read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_before_a_header_in_quotes_is_skipped()
    {
        var file = Utf8Mark + ImportedLines.ToCsv(',', ImportedLines.Build("P-1", "", ""));
        var read = await commandLine.DryRun(file.Replace("id,title", "\"id\",\"title\"", StringComparison.Ordinal));
        Assert.Contains("1 would be taken", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_in_one_are_two_headers_of_which_the_second_is_refused()
    {
        var file = ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", ""));
        var read = await commandLine.DryRun(file + Utf8Mark + file.Replace("P-1", "P-2", StringComparison.Ordinal));
        Assert.Contains("2 would be taken, 0 known already, 1 refused", read.Errors, StringComparison.Ordinal);
        Assert.Contains("line 3", read.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id\u00a0;title ;")]
    [InlineData("\u200bid;\ttitle;")]
    public async Task White_space_that_web_pages_leave_in_a_header_is_none(string header)
    {
        var read = await commandLine.DryRun(ImportedLines.ToCsv(';', ImportedLines.Build("P-1", "", "")).Replace("id;title;", header, StringComparison.Ordinal));
        Assert.Contains("1 would be taken", read.Errors, StringComparison.Ordinal);
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
        var read = await commandLine.DryRun(json);
        Assert.NotEqual(0, read.Code);
        Assert.DoesNotContain("id: ", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", read.Errors, StringComparison.Ordinal);
    }
}
