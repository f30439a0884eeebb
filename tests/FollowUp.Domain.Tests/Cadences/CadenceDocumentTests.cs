using System.Text.Json.Nodes;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Tests.Text;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Cadences;

/// <summary>Parsing, formatting and validation of cadence documents.</summary>
public class CadenceDocumentTests
{
    [Fact]
    public void The_default_cadence_is_valid_and_survives_its_document() =>
        Assert.Equal(CadenceDocument.Format(DefaultCadence.Initial), CadenceDocument.Format(Read(CadenceDocument.Format(DefaultCadence.Initial))));

    [Fact]
    public void Document_holds_everything_that_a_cadence_holds()
    {
        var read = Read(CadenceDocument.Format(DefaultCadence.Initial));
        Assert.Equal((1, DefaultCadence.Company.Calls, DefaultCadence.Person.Mails), (read.Version, read.Company.Calls, read.Person.Mails));
        Assert.Equal((DefaultCadence.Person.Cap, DefaultCadence.Company.Cap, DefaultCadence.Person.Dormancy), (read.Person.Cap, read.Company.Cap, read.Person.Dormancy));
        Assert.Equal(DefaultCadence.Company.Relaunch.Channels, read.Company.Relaunch.Channels);
        Assert.Equal(DefaultCadence.Company.Validation.Gaps, read.Company.Validation.Gaps);
    }

    [Theory]
    [InlineData("version", "0")]
    [InlineData("version", "1.5")]
    [InlineData("version", "\"one\"")]
    [InlineData("company", "null")]
    [InlineData("company.calls.days", "[]")]
    [InlineData("company.calls.days[1]", "\"monday\"")]
    [InlineData("company.calls.days[0]", "\"Lundi\"")]
    [InlineData("company.calls.days[0]", "\"none\"")]
    [InlineData("company.calls.windows", "[]")]
    [InlineData("company.calls.windows", "\"always\"")]
    [InlineData("company.calls.windows[0]", "[\"12:30\", \"09:00\"]")]
    [InlineData("company.calls.windows[0]", "[\"09:00\"]")]
    [InlineData("company.calls.windows[0]", "\"09:00-12:30\"")]
    [InlineData("company.calls.windows[0][1]", "\"25:00\"")]
    [InlineData("company.calls.windows[0]", "[\"09:00\", \"09:00\"]")]
    [InlineData("company.calls.windows[1]", "[\"12:00\", \"18:30\"]")]
    [InlineData("company.validation.firstCallWithinMinutes", "0")]
    [InlineData("company.validation.firstCallWithinMinutes", "2401")]
    [InlineData("company.validation.gaps", "[1,1,1,1,1,1,1,1,1,1,1,1]")]
    [InlineData("company.validation.gaps[2]", "0")]
    [InlineData("company.validation.gaps[2]", "31")]
    [InlineData("company.validation.mailAfter[1]", "7")]
    [InlineData("company.validation.mailAfter[1]", "1")]
    [InlineData("company.validation.mailAfter", "[1, 3]")]
    [InlineData("company.validation.mailAfter", "[]")]
    [InlineData("company.validation.morningAt", "\"08:00\"")]
    [InlineData("company.validation.morningAt", "\"13:30\"")]
    [InlineData("company.validation.afternoonAt", "\"13:29\"")]
    [InlineData("company.validation.afternoonAt", "\"18:30\"")]
    [InlineData("company.validation.closeAfter", "0")]
    [InlineData("company.validation.closeAfter", "61")]
    [InlineData("company.validation.informationWithin", "0")]
    [InlineData("company.relaunch.delays", "[]")]
    [InlineData("company.relaunch.delays[3]", "0")]
    [InlineData("company.relaunch.delays[3]", "366")]
    [InlineData("company.relaunch.thenEvery", "0")]
    [InlineData("company.relaunch.thenEvery", "\"weekly\"")]
    [InlineData("company.relaunch.delays[1]", "\"seven\"")]
    [InlineData("person.relaunch.thenEvery", "0")]
    [InlineData("company.relaunch.channels", "[]")]
    [InlineData("company.relaunch.channels[2]", "\"fax\"")]
    [InlineData("company.relaunch.silentBeforeWarning", "0")]
    [InlineData("company.relaunch.sleepAfterWarning", "0")]
    [InlineData("company.relaunch.mailInsteadOfCallAfter", "-1")]
    [InlineData("company.dormancy.everyMonths", "0")]
    [InlineData("company.dormancy.everyMonths", "13")]
    [InlineData("company.dormancy.askAfterMonths", "2")]
    [InlineData("company.dormancy.askAfterMonths", "61")]
    [InlineData("company.dormancy.approveWithin", "46")]
    [InlineData("company.quietDaysAfterDoNotCall", "-1")]
    [InlineData("company.quietDaysAfterDoNotCall", "366")]
    [InlineData("person.calls.windows[0]", "[\"09:59\", \"13:00\"]")]
    [InlineData("person.calls.windows[1]", "[\"14:00\", \"20:01\"]")]
    [InlineData("person.calls.days", "[\"monday\", \"saturday\"]")]
    [InlineData("person.cap", "null")]
    [InlineData("person.cap.calls", "5")]
    [InlineData("person.cap.days", "29")]
    [InlineData("person.cap.days", "91")]
    [InlineData("person.quietDaysAfterDoNotCall", "59")]
    public void Each_error_names_its_path_in_the_document(string path, string value)
    {
        var reading = CadenceDocument.Parse(With(path, value));
        Assert.Null(reading.Cadence);
        Assert.Equal(path, reading.Problems[0].Path);
        Assert.All(reading.Problems, p => FrenchTypography.AssertTypography(p.Rule.In(Language.French)));
        Assert.All(reading.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Rule.English)));
    }

    [Theory]
    [InlineData("company.cap.calls", "0", "7")]
    [InlineData("company.cap.calls", "101", "7")]
    [InlineData("company.cap.days", "2", "0")]
    [InlineData("company.cap.days", "2", "91")]
    public void Impossible_cap_is_an_error_for_companies_too(string path, string calls, string days) => Assert.Equal(
        path, Assert.Single(CadenceDocument.Parse(With("company.cap", $$"""{"calls": {{calls}}, "days": {{days}}}""")).Problems).Path);

    [Theory]
    [InlineData("company.calls.windows[0][1]", "\"25:00\"")]
    [InlineData("company.relaunch.thenEvery", "\"weekly\"")]
    [InlineData("company.calls.days[1]", "\"monday\"")]
    [InlineData("person.calls", "null")]
    public void One_error_is_reported_once(string path, string value) => Assert.Equal(path, Assert.Single(CadenceDocument.Parse(With(path, value)).Problems).Path);

    [Theory]
    [InlineData("company.calls.windows", """[["09:00","12:30"],["12:30","18:30"]]""")]
    [InlineData("company.validation.morningAt", "\"09:00\"")]
    [InlineData("company.validation.afternoonAt", "\"14:00\"")]
    [InlineData("company.cap", """{"calls": 100, "days": 90}""")]
    [InlineData("company.cap", """{"calls": 2, "days": 7}""")]
    [InlineData("company.validation.gaps", "[1,1,1,1,1,1,1,1,1,1,1]", "company.validation.mailAfter", "[12]")]
    [InlineData("company.validation.gaps", "[]", "company.validation.mailAfter", "[1]")]
    [InlineData("company.calls.windows", """[["09:00","12:00"]]""")]
    [InlineData("person.cap.calls", "1")]
    [InlineData("company.dormancy.approveWithin", "45")]
    [InlineData("company.validation.firstCallWithinMinutes", "2400")]
    public void Values_at_the_limits_are_accepted(params string[] changes) => Read(With(changes));

    [Theory]
    [InlineData("company.validation.gaps")]
    [InlineData("person.cap")]
    [InlineData("company.calls.days")]
    [InlineData("version")]
    public void Missing_field_is_named(string path) =>
        Assert.Contains(path, CadenceDocument.Parse(Without(path)).Problems.Select(p => p.Path));

    [Fact]
    public void Unknown_field_is_named()
    {
        var json = CadenceDocument.Format(DefaultCadence.Initial).Replace("\"thenEvery\"", "\"thenAlways\"", StringComparison.Ordinal);
        Assert.Equal(
            ["company.relaunch.thenAlways", "company.relaunch.thenEvery", "person.relaunch.thenAlways", "person.relaunch.thenEvery"],
            CadenceDocument.Parse(json).Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
        Assert.Equal("colour", Assert.Single(CadenceDocument.Parse(With("colour", "\"blue\"")).Problems).Path);
    }

    [Fact]
    public void Value_that_is_no_number_is_reported() =>
        Assert.Equal("A whole number is expected here.", CadenceDocument.Parse(With("company.relaunch.thenEvery", "\"weekly\"")).Problems[0].Rule.English);

    [Fact]
    public void Invalid_JSON_is_reported_with_its_line() => Assert.Equal(
        ("Ce n’est pas du JSON valide : voir la ligne 3.", "This is not valid JSON: see line 3."),
        (CadenceDocument.Parse("{\n  \"version\": 1,\n  oops\n}").Problems[0].Rule.French, CadenceDocument.Parse("{\n  \"version\": 1,\n  oops\n}").Problems[0].Rule.English));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\": 1, \"version\": 2}")]
    public void Text_that_is_no_document_is_reported_and_not_thrown(string json)
    {
        var reading = CadenceDocument.Parse(json);
        Assert.Null(reading.Cadence);
        Assert.Contains(reading.Problems, p => p.Path.Length == 0);
    }

    [Fact]
    public void Every_problem_is_named_at_once() => Assert.Equal(
        ["company.relaunch.thenEvery", "person.quietDaysAfterDoNotCall", "version"],
        CadenceDocument.Parse(With("version", "0", "company.relaunch.thenEvery", "0", "person.quietDaysAfterDoNotCall", "3"))
            .Problems.Select(p => p.Path).Order(StringComparer.Ordinal));

    static FollowUp.Domain.Cadences.Cadence Read(string json)
    {
        var reading = CadenceDocument.Parse(json);
        Assert.Empty(reading.Problems);
        return reading.Cadence!;
    }

    static string With(params string[] changes)
    {
        var document = JsonNode.Parse(CadenceDocument.Format(DefaultCadence.Initial))!;
        for (var i = 0; i < changes.Length; i += 2)
        {
            var (parent, key) = Find(document, changes[i]);
            if (parent is JsonArray list) list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(changes[i + 1]);
            else parent[key] = JsonNode.Parse(changes[i + 1]);
        }

        return document.ToJsonString();
    }

    static string Without(string path)
    {
        var document = JsonNode.Parse(CadenceDocument.Format(DefaultCadence.Initial))!;
        var (parent, key) = Find(document, path);
        parent.AsObject().Remove(key);
        return document.ToJsonString();
    }

    static (JsonNode Parent, string Key) Find(JsonNode document, string path)
    {
        var steps = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        var parent = steps[..^1].Aggregate(document, (node, step) =>
            node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        return (parent, steps[^1]);
    }
}
