using System.Net;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Console;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>
/// Every form of the team, of absences, of settings and of a project, by every role that may not post it and with a wrong field by one that may. One application for
/// all: what is refused changes nothing.
/// </summary>
public sealed class FormSurveyTests
{
    /// <summary>A form, one wrong field and what the page says of it. Without a field: the form has none that can be wrong.</summary>
    static readonly (string Path, string Form, string Field, string Value, string Error)[] ManagerForms =
    [
        ("/desk/staff/new", "save", "email", "nobody", "L’adresse mail"),
        ("/desk/staff/new", "save", "name", "", "Le nom est obligatoire"),
        ("/desk/staff/yanis@demo.example", "save", "capacity", "-1", "La capacité"),
        ("/desk/staff/yanis@demo.example", "save", "phone", "12", "Le numéro de téléphone"),
        ("/desk/staff/yanis@demo.example", "save", "screenLanguage", "de", "La langue de l’écran"),
        ("/desk/staff/yanis@demo.example", "save", "from1", "25:00", "Les horaires propres"),
        ("/desk/staff/camille@demo.example", "hand-over", "to", "nobody@demo.example", "Choisissez un collègue"),
        ("/desk/staff/yanis@demo.example", "remove", "confirm", "", "Cochez la case"),
        ("/desk/staff/yanis@demo.example", "no-such-form", "", "", ""),
        ("/desk/settings", "department", "departmentPhone", "12", "Le téléphone du service"),
        ("/desk/settings", "mail", "replyDomain", "exemple", "Le domaine de réponse"),
        ("/desk/settings", "webhook", "webhookTarget", "http://www.exemple.fr/hook", "L’adresse du site"),
        ("/desk/settings", "closing-days", "closingDays", "2027-02-30 pont", "ligne 1"),
        ("/desk/settings", "legal", "dataProtectionContact", "dpo", "L’adresse du contact"),
        ("/desk/settings", "rotate-key", "overlap", "31", "La durée de validité"),
        ("/desk/settings", "no-such-form", "", "", ""),
    ];

    static readonly (string Field, string Value, string Error)[] WrongAbsences =
    [
        ("person", "nobody@demo.example", "Choisissez une personne"),
        ("from", "someday", "Le premier jour"),
        ("to", "2020-01-01", "Le dernier jour"),
        ("standIn", "nobody@demo.example", "Le remplaçant"),
    ];

    [Fact]
    public async Task Wrong_field_is_named_others_are_refused_and_nothing_changes()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        var directory = app.Services.GetRequiredService<IDirectory>();
        var before = await Describe(app, directory);
        var faults = new List<string>();
        var (nadia, camille, simon) = (await app.SignIn(TestApp.Nadia), await app.SignIn(TestApp.Camille), await app.SignIn(TestApp.Simon));

        foreach (var (path, form, field, value, error) in ManagerForms)
        {
            var answer = await nadia.Fill(path, With(path.StartsWith("/desk/settings", StringComparison.Ordinal) ? Settings : Person, form, field, value));
            if ((int)answer.Status is not (400 or 409) || !answer.Text.Contains(error, StringComparison.Ordinal))
            {
                faults.Add($"{path} {form} {field}: {answer.Status}, or “{error}” is not on the page");
            }
        }

        foreach (var (path, form) in ManagerForms.Select(f => (f.Path, f.Form)).Distinct())
        {
            foreach (var (browser, by) in new[] { (camille, TestApp.Camille), (simon, TestApp.Simon) })
            {
                await IsRefused(browser, by, path, With(path.StartsWith("/desk/settings", StringComparison.Ordinal) ? Settings : Person, form, "", ""));
            }
        }

        foreach (var (field, value, error) in WrongAbsences)
        {
            var answer = await nadia.Fill("/desk/absences", With(Absence, "enter", field, value));
            if (answer.Status != HttpStatusCode.BadRequest || !answer.Text.Contains(error, StringComparison.Ordinal))
            {
                faults.Add($"absence {field}: {answer.Status}, or “{error}” is not on the page");
            }
        }

        await IsRefused(camille, TestApp.Camille, "/desk/absences", With(Absence, "enter", "", ""));
        await IsRefused(simon, TestApp.Simon, "/desk/absences", With(Absence, "enter", "", ""));
        foreach (var name in CommandTypes.ByName.Keys.Where(name => name != "hand-over-provider"))
        {
            await IsRefused(simon, TestApp.Simon, "/desk/projects/P-1", new() { ["do"] = name });
        }

        Assert.Empty(faults);
        Assert.Equal(before, await Describe(app, directory));

        async Task IsRefused(Browser browser, Staff by, string path, Dictionary<string, string> fields)
        {
            var answer = await browser.Fill("/desk/search", fields, to: path);
            var entry = (await app.Audit(null))[0];
            if (answer.Status != HttpStatusCode.Forbidden || entry.By != by.Id || !entry.Code.Contains('-', StringComparison.Ordinal))
            {
                faults.Add($"{by.Id} {path} {fields["do"]}: {answer.Status}, and the newest entry of the audit log is {entry}");
            }
        }
    }

    static Dictionary<string, string> Person => new()
    {
        ["email"] = "zoe@demo.example", ["name"] = "Zoé Marchand", ["role"] = "coordinator", ["languages"] = "fr", ["which"] = "all",
    };

    static Dictionary<string, string> Settings => new() { ["version"] = "0", ["languages"] = "french", ["key"] = "website" };

    static Dictionary<string, string> Absence => new()
    {
        ["person"] = TestApp.Yanis.Key(), ["from"] = "2026-12-21", ["to"] = "2026-12-24", ["standIn"] = "",
    };

    static Dictionary<string, string> With(Dictionary<string, string> fields, string form, string field, string value)
    {
        fields["do"] = form;
        if (field.Length > 0)
        {
            fields[field] = value;
        }

        return fields;
    }

    static async Task<string> Describe(TestApp app, IDirectory directory)
    {
        var settings = await app.Services.GetRequiredService<IDepartmentSettings>().Read(TestContext.Current.CancellationToken);
        var staff = (await directory.AllStaff(TestContext.Current.CancellationToken)).Select(Application.Serialization.RecordJson.Write);
        return $"{string.Join('\n', staff)}\n{settings.Version}\n{(await app.Project("P-1")).Version}";
    }
}
