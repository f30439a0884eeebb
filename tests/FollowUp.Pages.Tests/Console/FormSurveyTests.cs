using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Console;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>
/// Every form of the console with a wrong field by one who may post it, and those of managers and of a project by every role that may not. A form that no case is about
/// fails the survey. One application for all: what is refused changes nothing.
/// </summary>
public sealed partial class FormSurveyTests
{
    const string ChooseOne = "Choisissez une des réponses proposées";

    static readonly string TooLong = new('x', 5_000);

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
        ("/desk/staff/yanis@demo.example", "no-such-form", "", "", ChooseOne),
        ("/desk/settings", "department", "departmentPhone", "12", "Le téléphone du service"),
        ("/desk/settings", "mail", "replyDomain", "exemple", "Le domaine de réponse"),
        ("/desk/settings", "webhook", "webhookTarget", "http://www.exemple.fr/hook", "L’adresse du site"),
        ("/desk/settings", "closing-days", "closingDays", "2027-02-30 pont", "ligne 1"),
        ("/desk/settings", "legal", "dataProtectionContact", "dpo", "L’adresse du contact"),
        ("/desk/settings", "rotate-key", "overlap", "31", "La durée de validité"),
        ("/desk/settings", "feed", "publishedFacts", "weather", "publi"),
        ("/desk/settings", "resend-webhook", "message", "none", "envoi"),
        ("/desk/settings", "no-such-form", "", "", ChooseOne),
        ("/desk/cadence", "save", "reason", "", "Dites pourquoi"),
        ("/desk/cadence", "compare", "company.relaunch.delays", "0", "délais des premières relances"),
        ("/desk/cadence", "simulate", "company.relaunch.delays", "0", "délais des premières relances"),
        ("/desk/cadence", "import", "document", "{", "JSON"),
        ("/desk/cadence", "restore", "of", "99", "Cette version n’existe pas"),
        ("/desk/cadence", "no-such-form", "", "", ChooseOne),
        ("/desk/complaints/R-1", "answer", "text", "", "Le texte est obligatoire"),
        ("/desk/complaints/R-1", "answer", "cause", "weather", "obligatoire"),
        ("/desk/complaints/R-1", "no-such-form", "", "", ChooseOne),
        ("/desk/persons", "", "text", "", "Indiquez ce qu’il faut chercher"),
        ("/desk/persons/C-1", "", "client", "C-2", "Recopiez le numéro de client"),
    ];

    /// <summary>The same for forms of every member of staff.</summary>
    static readonly (string Path, string Form, string Field, string Value, string Error)[] StaffForms =
    [
        ("/desk/passkeys", "add", "name", "", "Le nom est obligatoire"),
        ("/desk/passkeys", "remove", "passkey", "none", "Vous n’avez plus cette clé"),
        ("/desk/passkeys", "codes", "", "", "Vous n’avez plus cette clé"),
        ("/desk/passkeys", "no-such-form", "", "", ChooseOne),
        ("/desk/preferences/sessions", "", "session", "none", "Cette session est déjà fermée"),
        ("/desk/search/views", "", "name", "", "Le nom de la vue"),
        ("/desk/absences", "no-such-form", "", "", ChooseOne),
        ("/desk/absences", "end", "absence", "none", "n’existe plus"),
        ("/desk/absences", "remove", "absence", "none", "n’existe plus"),
        ("/desk/absences", "stand-in", "absence", "none", "n’existe plus"),
        ("/desk/absences", "propose", "from", "", "Indiquez d’abord"),
        ("/desk/call/P-1", "record-call", "outcome", "", "obligatoire"),
        ("/desk/call/P-1", "no-such-form", "", "", ChooseOne),
        ("/desk/projects/P-1", "no-such-form", "", "", ChooseOne),
        ("/desk/projects/P-1", "add-note", "text", "", "obligatoire"),
        ("/desk/projects/P-1", "answer-question", "text", "", "obligatoire"),
        ("/desk/projects/P-1", "approve", "approve", "perhaps", "La décision est à choisir"),
        ("/desk/projects/P-1", "assign", "coordinator", "nobody@demo.example", "À vérifier"),
        ("/desk/projects/P-1", "close", "result", "lost", "À vérifier"),
        ("/desk/projects/P-1", "correct-contact", "phone", "12", "téléphone"),
        ("/desk/projects/P-1", "correct-last-call", "outcome", "", "obligatoire"),
        ("/desk/projects/P-1", "decline-good-chances", "provider", "PR-99", "prestataire"),
        ("/desk/projects/P-1", "hand-over-provider", "text", "", "obligatoire"),
        ("/desk/projects/P-1", "note-consent", "source", "", "obligatoire"),
        ("/desk/projects/P-1", "record-call", "until", "yesterday", "obligatoire"),
        ("/desk/projects/P-1", "record-provider-call", "outcome", "", "obligatoire"),
        ("/desk/projects/P-1", "record-reply", "text", "", "obligatoire"),
        ("/desk/projects/P-1", "reopen", "reason", TooLong, "caractères"),
        ("/desk/projects/P-1", "send-good-chances", "provider", "PR-99", "prestataire"),
        ("/desk/projects/P-1", "share-fact", "fact", "weather", "obligatoire"),
        ("/desk/projects/P-1", "snooze", "until", "2020-01-01", "après aujourd’hui"),
        ("/desk/projects/P-1", "take-over", "accept", "perhaps", "La décision est à choisir"),
        ("/desk/projects/P-1", "undo", "", "", "annuler"),
        ("/desk/projects/P-1", "withdraw-note", "seq", "first", "À vérifier"),
        ("/desk/projects/P-1", "write-to-client", "subject", "", "obligatoire"),
    ];

    /// <summary>Forms that have no field, or none that can be wrong.</summary>
    static readonly HashSet<(string Path, string Form)> WithoutWrongField =
    [
        ("/desk/search", ""), ("/desk/preferences", ""), ("/desk/sign-out", ""), ("/desk/read", ""), ("/desk/complaints/R-1", "take"),
        ("/desk/staff/yanis@demo.example", "invite"), ("/desk/staff/yanis@demo.example", "revoke"), ("/desk/staff/yanis@demo.example", "end-sessions"),
        ("/desk/staff/yanis@demo.example", "reset-passkeys"), ("/desk/absences", "calendar"), ("/desk/absences", "revoke-calendar"), ("/desk/settings", "test-mail"), ("/desk/settings", "test-webhook"),
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
        await app.Services.GetRequiredService<IComplaints>().Add(
            new Complaint("R-1", "client", TestApp.Client, "P-1", "Personne ne rappelle.", app.Now), TestContext.Current.CancellationToken);
        var directory = app.Services.GetRequiredService<IDirectory>();
        var before = await Describe(app, directory);
        var faults = new List<string>();
        var (nadia, camille, simon) = (await app.SignIn(TestApp.Nadia), await app.SignIn(TestApp.Camille), await app.SignIn(TestApp.Simon));

        foreach (var (path, form, field, value, error) in ManagerForms)
        {
            await IsNamed(path, form, field, value, error);
        }

        foreach (var (path, form, field, value, error) in StaffForms)
        {
            await IsNamed(path, form, field, value, error);
        }

        foreach (var (address, error) in WrongFilters)
        {
            if (!(await nadia.Get(address)).Text.Contains(error, StringComparison.Ordinal))
            {
                faults.Add($"{address}: “{error}” is not on the page");
            }
        }

        foreach (var form in await FindForms(nadia))
        {
            if (!ManagerForms.Concat(StaffForms).Any(f => f.Path == form.Path && f.Form == form.Form) && !WithoutWrongField.Contains(form) && !IsSurveyed(form))
            {
                faults.Add($"No case is about the form {form}.");
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

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(before, await Describe(app, directory));

        async Task IsNamed(string path, string form, string field, string value, string error)
        {
            var from = path.StartsWith("/desk/search", StringComparison.Ordinal) || path.StartsWith("/desk/preferences", StringComparison.Ordinal) ? "/desk/search" : path;
            var answer = await nadia.Fill(from, With(path.StartsWith("/desk/settings", StringComparison.Ordinal) ? Settings : Person, form, field, value), to: path);
            if ((int)answer.Status is < 400 or > 502 || !answer.Text.Contains(error, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add($"{path} {form} {field}: {answer.Status}, or “{error}” is not on the page");
            }
        }

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

    /// <summary>Filters are in the address: the page says which one it could not apply.</summary>
    static readonly (string Address, string Error)[] WrongFilters =
    [
        ("/desk/board?from=someday", "Le premier jour n’est pas une date"),
        ("/desk/board?from=2026-11-23&to=2020-01-01", "Le dernier jour doit être une date"),
        ("/desk/audit?from=someday", "comme 2026-11-23"),
        ("/desk/audit?from=2026-11-23&to=2020-01-01", "aucune ligne ne peut convenir"),
        ("/desk/search?from=someday", "someday"),
    ];

    /// <summary>Every form on every page, by its address and its name.</summary>
    static async Task<IEnumerable<(string Path, string Form)>> FindForms(Browser browser)
    {
        var found = new HashSet<(string, string)>();
        foreach (var (_, (path, _)) in ConsoleDoors.All.Where(door => door.Key.Method == "GET" && !door.Value.Path.EndsWith(".ics", StringComparison.Ordinal)))
        {
            foreach (Match form in PostedForm().Matches((await browser.Get(path.Replace("{key}", TestApp.Yanis.Key(), StringComparison.Ordinal))).Html))
            {
                var action = WebUtility.HtmlDecode(form.Groups[1].Value).Replace(TestApp.Yanis.Key(), TestApp.Yanis.Id, StringComparison.Ordinal);
                var names = Name().Matches(form.Value).Select(name => name.Groups[1].Value).DefaultIfEmpty("");
                found.UnionWith(names.Select(name => (action.Split('?')[0], name)));
            }
        }

        Assert.True(found.Count > 30, $"only {found.Count} forms were found");
        return found;
    }

    /// <summary>Absences have a table of their own; the sign-in and the link pages, tests of their own.</summary>
    static bool IsSurveyed((string Path, string Form) form) => form is ("/desk/absences", "enter") || form.Path.StartsWith("/desk/sign-in", StringComparison.Ordinal);

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PostedForm();

    [GeneratedRegex("name=\"do\" value=\"([^\"]*)\"")]
    private static partial Regex Name();

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
