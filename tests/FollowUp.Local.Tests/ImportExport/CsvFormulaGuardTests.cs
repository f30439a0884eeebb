using CsCheck;
using FollowUp.Application.Shared;

namespace FollowUp.Local.Tests.ImportExport;

public sealed class CsvFormulaGuardTests
{
    static readonly char[] Special = ['\'', '=', '+', '-', '@', ';', ',', '\t', '\r', '\n', '"', ' ', '|', 'a', '1', '\uff1d'];

    static readonly Gen<string> Cells = Gen.OneOf(Gen.Int[0, Special.Length - 1].Select(i => Special[i]), Gen.Char['a', 'f'])
        .Array[0, 12].Select(letters => new string(letters));

    [Fact]
    public void Every_text_survives_the_round_trip() => Cells.Sample(cell => Assert.Equal(cell, CsvFormulaGuard.Unescape(CsvFormulaGuard.Escape(cell)!)));

    [Fact]
    public void No_part_of_a_cell_begins_like_a_formula_whatever_it_is_split_at() => Cells.Sample(cell =>
    {
        foreach (var separator in new[] { ';', ',', '\t', '\n', '|', '"' })
        {
            foreach (var part in CsvFormulaGuard.Escape(cell)!.Split(separator).Select(part => part.TrimStart(' ')).Where(part => part.Length > 0))
            {
                Assert.False("=+-@\uff1d".Contains(part[0], StringComparison.Ordinal) && !IsPhoneNumber(cell), $"“{part}” of “{cell}” is a formula.");
            }
        }
    });

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'@home", "''@home")]
    [InlineData("Site;=HYPERLINK(1)", "Site;'=HYPERLINK(1)")]
    [InlineData("a,\t@x", "a,'\t'@x")]
    [InlineData("+33199001234", "+33199001234")]
    [InlineData("l’an 2000 - devis", "l’an 2000 - devis")]
    public void An_apostrophe_stands_before_a_formula(string cell, string exported) => Assert.Equal(exported, CsvFormulaGuard.Escape(cell));

    static bool IsPhoneNumber(string cell) => cell.Length > 1 && cell[0] == '+' && cell.Skip(1).All(char.IsAsciiDigit);
}
