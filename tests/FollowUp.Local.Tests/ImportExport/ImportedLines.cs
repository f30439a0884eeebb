using System.Text;

namespace FollowUp.Local.Tests.ImportExport;

/// <summary>Lines of a file to import, and what <c>import --dry-run</c> reads of them.</summary>
static class ImportedLines
{
    public const string Header = "id;title;description;category;language;budget.min;budget.max;budget.currency;client.id;client.type;client.name;client.email;client.phone;submittedAt";

    public static string ToCsv(char separator, params string[] lines) =>
        string.Concat(lines.Prepend(Header).Select(line => (separator == ';' ? line : line.Replace(';', separator)) + "\r\n"));

    public static string Build(string id, string min, string max, string title = "Site vitrine") =>
        $"{id};{title};d;site-web;fr;{min};{max};{(min.Length + max.Length > 0 ? "EUR" : "")};C-1;company;Hélène Roy;helene@roy.example;01 99 00 12 34;2026-11-23T07:56:00+01:00";

    public static Task<(int Code, string Output, string Errors)> DryRun(this CommandLine commandLine, string text) => commandLine.DryRun(Encoding.UTF8.GetBytes(text));

    public static async Task<(int Code, string Output, string Errors)> DryRun(this CommandLine commandLine, byte[] bytes) => await commandLine.Import(bytes, "--dry-run");
}
