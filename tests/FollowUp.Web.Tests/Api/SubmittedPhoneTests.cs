using System.Net;

namespace FollowUp.Web.Tests.Api;

/// <summary>Numbers as people type and paste them. All are invented.</summary>
public sealed class SubmittedPhoneTests(ApiHost host) : IClassFixture<ApiHost>
{
    static int count;

    [Theory]
    [InlineData("0692 45 67 89", "+262692456789")]
    [InlineData("0693 01 23 45", "+262693012345")]
    [InlineData("0262 41 00 00", "+262262410000")]
    [InlineData("0269 61 00 00", "+262269610000")]
    [InlineData("0639 20 12 34", "+262639201234")]
    [InlineData("0590 82 00 00", "+590590820000")]
    [InlineData("0690 45 67 89", "+590690456789")]
    [InlineData("0696 45 67 89", "+596696456789")]
    [InlineData("0596 70 00 00", "+596596700000")]
    [InlineData("0594 31 00 00", "+594594310000")]
    [InlineData("0694 21 45 67", "+594694214567")]
    [InlineData("0508 41 23 45", "+508412345")]
    [InlineData("+33 692 45 67 89", "+262692456789")]
    [InlineData("+262 692 45 67 89", "+262692456789")]
    [InlineData("06 39 98 12 34", "+33639981234")]
    public async Task A_number_of_an_overseas_department_gets_its_country_code(string typed, string stored) => Assert.Equal(stored, await Submit(typed));

    [Theory]
    [InlineData("\u202a+33 6 99 00 56 78\u202c", "+33699005678")]
    [InlineData("\u200e06\u00a099\u202f00\u200956\u200b78", "+33699005678")]
    [InlineData("\u2068+33 1 99 00 56 78\u2069", "+33199005678")]
    [InlineData("+33\ufe0d-1-99-00-56-78", "+33199005678")]
    [InlineData("(01) 99 00 56 78", "+33199005678")]
    [InlineData("(+33) 1 99 00 56 78", "+33199005678")]
    [InlineData("+33 (0)1 99 00 56 78", "+33199005678")]
    [InlineData("+33 (0) 199005678", "+33199005678")]
    [InlineData("0033 (0)1-99-00-56-78", "+33199005678")]
    [InlineData("00 33 1 99 00 56 78", "+33199005678")]
    [InlineData("+33 0 1 99 00 56 78", "+33199005678")]
    [InlineData("33 1 99 00 56 78", "+33199005678")]
    [InlineData("199005678", "+33199005678")]
    [InlineData("tel:+33-1-99-00-56-78", "+33199005678")]
    [InlineData("tel:%2B33199005678", "+33199005678")]
    [InlineData("tel:0199005678;phone-context=+33", "+33199005678")]
    [InlineData("Tél. : 01.99.00.56.78", "+33199005678")]
    [InlineData("📞 01/99/00/56/78.", "+33199005678")]
    [InlineData("０１ ９９ ００ ５６ ７８", "+33199005678")]
    [InlineData("＋33 1 99 00 56 78", "+33199005678")]
    [InlineData("01–99–00–56–78", "+33199005678")]
    [InlineData("01·99·00·56·78", "+33199005678")]
    [InlineData("01,99,00,56,78", "+33199005678")]
    [InlineData("٠١ ٩٩ ٠٠ ٥٦ ٧٨", "+33199005678")]
    [InlineData("+32 2 512 34 56", "+3225123456")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    [InlineData("+44 7700 900123", "+447700900123")]
    [InlineData("+1 (212) 555-0123", "+12125550123")]
    [InlineData("0809 10 00 00", "+33809100000")]
    public async Task A_number_is_read_as_phones_and_web_pages_paste_it(string typed, string stored) => Assert.Equal(stored, await Submit(typed));

    [Theory]
    [InlineData("00 00 00 00 00")]
    [InlineData("06 00 00 00 00")]
    [InlineData("0000000000")]
    [InlineData("00 99 00 12 34")]
    [InlineData("01 99 00 12")]
    [InlineData("01 99 00 12 34 5")]
    [InlineData("01 99 00 12 34 poste 12")]
    [InlineData("tel:+33199001234;ext=12")]
    [InlineData("01 99 00 12 34 / 06 99 00 12 34")]
    [InlineData("+999 1 99 00 12 34")]
    [InlineData("+1 099 555 0123")]
    [InlineData("1,99E+08")]
    [InlineData("3631")]
    [InlineData("112")]
    [InlineData("0899 12 34 56")]
    [InlineData("0826 12 34 56")]
    [InlineData("08 36 65 65 65")]
    [InlineData("+44 909 8790000")]
    [InlineData("+870 773 111 632")]
    [InlineData("+8816 1234 5678")]
    [InlineData("+882 16 12 34 56")]
    [InlineData("+979 1 2345 6789")]
    [InlineData("01 99 OO 12 34")]
    public async Task A_number_that_cannot_exist_or_costs_the_caller_is_refused(string typed) => Assert.Null(await Submit(typed));

    /// <summary>Kinds that public reports on number parsers name.</summary>
    [Theory]
    [InlineData("06 99 00 56 78 (Jeanne)", null)]
    [InlineData("069900dgfs", null)]
    [InlineData("06 9X XX XX 78", null)]
    [InlineData("0800 MARTIN", null)]
    [InlineData("06 99 00 56 78 ou 01 99 00 12 34", null)]
    [InlineData("++33 6 99 00 56 78", null)]
    [InlineData("+33 +33 6 99 00 56 78", null)]
    [InlineData("0033 33 6 99 00 56 78", null)]
    [InlineData("0️⃣6️⃣ 9️⃣9️⃣ 0️⃣0️⃣ 5️⃣6️⃣ 7️⃣8️⃣", "+33699005678")]
    [InlineData("۰۶ ۹۹ ۰۰ ۵۶ ۷۸", "+33699005678")]
    [InlineData("𝟎𝟔 𝟗𝟗 𝟎𝟎 𝟓𝟔 𝟕𝟖", "+33699005678")]
    [InlineData("'0699005678", "+33699005678")]
    [InlineData("=\"0699005678\"", "+33699005678")]
    [InlineData("6,99005678E+08", null)]
    [InlineData("+33 6 99 00 56 78 #12", null)]
    [InlineData("+32 475/12.34.56", "+32475123456")]
    [InlineData("+39 06 1234567", "+39061234567")]
    [InlineData("+377 93 10 12 34", "+37793101234")]
    [InlineData("+225 07 12 34 56 78", "+2250712345678")]
    [InlineData("+225 07 12 34 56", null)]
    [InlineData("+54 9 11 2345 6789", "+5491123456789")]
    [InlineData("+687 20 12 34", "+687201234")]
    [InlineData("+689 87 12 34 56", "+68987123456")]
    [InlineData("fax : 01 99 00 12 34", null)]
    public async Task A_number_of_a_kind_that_other_programs_misread_is_stored_right_or_refused(string typed, string? stored) => Assert.Equal(stored, await Submit(typed));

    /// <returns>The stored number; null when the field was refused.</returns>
    async Task<string?> Submit(string typed)
    {
        var id = $"P-{Interlocked.Increment(ref count)}";
        var project = ApiSamples.Project("id", id);
        project["client"]!["phone"] = typed;
        var reply = await host.Website.Post("/api/projects", project);
        if (reply.Status == HttpStatusCode.BadRequest)
        {
            Assert.Equal(["client.phone"], reply.ErrorFields);
            return null;
        }

        reply.HasStatus(HttpStatusCode.Created);
        return (await host.Store.Projects.LoadDossier(id, TestContext.Current.CancellationToken))!.Phone;
    }
}
