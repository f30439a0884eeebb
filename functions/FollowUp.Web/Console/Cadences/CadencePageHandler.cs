using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FollowUp.Application.Cadences;
using FollowUp.Application.Cadences.Comparisons;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Ports;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.StandardPages;
using FollowUp.Web.Shared.Validation;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Cadences;

/// <summary>The page <c>/desk/cadence</c>, for managers: the form, the document, the versions, and what is done with them.</summary>
sealed partial class CadencePageHandler(
    StaffGate gate, CadenceAdministration administration, IDirectory directory, IProjectIndex index, LiveComparer comparer, CadenceTrials trials,
    ICadenceTrialRunner runner)
{
    const int MaxFormBytes = 256 * 1024;
    const int MaxReasonLength = 500;

    static readonly LocalizedText ReasonMissing = new("Dites pourquoi la cadence change.", "Say why the cadence changes.");

    static readonly LocalizedText ReasonTooLong = new(
        $"La raison fait {MaxReasonLength} caractères au plus.", $"The reason is {MaxReasonLength} characters long at most.");

    static readonly LocalizedText NothingChanges = new(
        "Rien ne change par rapport à la version en cours : rien n’a été enregistré.", "Nothing changes against the current version: nothing was saved.");

    static readonly LocalizedText ChangedMeanwhile = new(
        "Quelqu’un a enregistré une autre version depuis que cette page est ouverte : rien n’a été enregistré. Relisez ce qui change, puis enregistrez de nouveau.",
        "Somebody saved another version since this page was opened: nothing was saved. Read again what changes, then save again.");

    static readonly LocalizedText Imported = new(
        "Le document est repris dans le formulaire. Rien n’est enregistré encore.", "The document is in the form. Nothing is saved yet.");

    static readonly LocalizedText NoVersion = new("Cette version n’existe pas.", "There is no such version.");

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "read-cadence", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var revisions = await directory.CadenceRevisions(context.RequestAborted);
        var current = revisions[^1].Cadence;
        if (context.Request.Query["trial"].ToString() is { Length: > 0 } id && await trials.Find(id, context.RequestAborted) is { } trial)
        {
            return await ShowTrial(visit, revisions, trial);
        }

        return await ShowPage(Fill(visit, revisions, current) with
        {
            Done = context.Request.Query["done"] == "saved"
                ? new LocalizedText(
                    $"La version {current.Version} est enregistrée. Chaque projet la prend à son prochain cycle.",
                    $"Version {current.Version} is saved. Each project takes it with its next cycle.")
                : null,
        });
    }

    /// <summary>A version as a file.</summary>
    public async Task<IResult> Export(ConsoleVisit visit, int? version, HttpContext context)
    {
        if (await gate.RequireManager(visit.Actor, "export-cadence", context.RequestAborted) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var revisions = await directory.CadenceRevisions(context.RequestAborted);
        return revisions.LastOrDefault(r => version is null || r.Cadence.Version == version) is { } revision
            ? Results.File(
                Encoding.UTF8.GetBytes(CadenceDocument.Format(revision.Cadence)), "application/json",
                string.Create(CultureInfo.InvariantCulture, $"cadence-{revision.Cadence.Version}.json"))
            : PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
    }

    public async Task<IResult> Act(ConsoleVisit visit, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await gate.RequireManager(visit.Actor, "put-cadence", cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var form = await context.ReadPostedForm(MaxFormBytes);
        var revisions = await directory.CadenceRevisions(cancellation);
        var values = Merge(CadenceInput.ToValues(revisions[^1].Cadence, visit.Language), form.Values, form["do"]);
        if (!form.HasValidToken)
        {
            return await ShowPage(
                Fill(visit, revisions, revisions[^1].Cadence) with { Echo = FormEcho.Refused(FormMessages.PageExpired, values) }, StatusCodes.Status400BadRequest);
        }

        return form["do"] switch
        {
            "compare" => await Compare(visit, revisions, values, cancellation),
            "simulate" => await Simulate(visit, revisions, values, cancellation),
            "save" => await Save(visit, revisions, values, form, cancellation),
            "import" => await Import(visit, revisions, await ReadDocument(form, cancellation)),
            "restore" => await Restore(visit, revisions, form["of"]),
            _ => await ShowPage(
                Fill(visit, revisions, revisions[^1].Cadence) with { Echo = FormEcho.Refused(FormMessages.ChooseOne, values) }, StatusCodes.Status400BadRequest),
        };
    }

    async Task<IResult> Save(
        ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, IFormCollection values, PostedForm form, CancellationToken cancellation)
    {
        var (cadence, errors) = CadenceInput.Read(values, revisions[^1].Cadence.Version);
        var reason = NormalizedText.MultiLineOrNull(form["reason"]);
        if (reason is null) errors["reason"] = ReasonMissing;
        else if (reason.Length > MaxReasonLength) errors["reason"] = ReasonTooLong;
        if (cadence is null || errors.Count > 0)
        {
            return await ShowErrors(visit, revisions, values, errors, cadence);
        }

        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        switch (await administration.Save(cadence, current => current == seen, visit.Staff.Id, reason, cancellation))
        {
            case CadenceChange.Saved saved:
                await gate.Record(visit.Actor, "put-cadence", cancellation);
                if (form["trial"] is { Length: > 0 } trial) await trials.KeepWith(saved.Revision.Cadence, trial, cancellation);
                return Results.Extensions.SeeOther($"{ConsoleAddresses.Cadence}?done=saved");
            case CadenceChange.Unchanged:
                return await ShowPage(Fill(visit, revisions, cadence) with { Echo = FormEcho.Refused(NothingChanges, values) }, StatusCodes.Status409Conflict);
            default:
                revisions = await directory.CadenceRevisions(cancellation);
                return await ShowPage(
                    Fill(visit, revisions, cadence) with
                    {
                        Echo = FormEcho.Refused(ChangedMeanwhile, values),
                        Differences = CadenceComparison.Compare(revisions[^1].Cadence, cadence),
                    },
                    StatusCodes.Status409Conflict);
        }
    }

    Task<IResult> Import(ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, string document)
    {
        var (cadence, errors) = CadenceInput.Parse(document);
        return cadence is null
            ? ShowPage(
                Fill(visit, revisions, revisions[^1].Cadence) with
                {
                    Echo = FormEcho.WithErrors(CadenceInput.ToValues(revisions[^1].Cadence, visit.Language), AsDocumentError(errors)),
                    Document = document,
                },
                StatusCodes.Status400BadRequest)
            : ShowPage(Fill(visit, revisions, cadence) with { Differences = CadenceComparison.Compare(revisions[^1].Cadence, cadence), Done = Imported });
    }

    Task<IResult> Restore(ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, string of)
    {
        if (revisions.FirstOrDefault(r => r.Cadence.Version.ToString(CultureInfo.InvariantCulture) == of) is not { } old)
        {
            return ShowPage(
                Fill(visit, revisions, revisions[^1].Cadence) with
                {
                    Echo = FormEcho.Refused(NoVersion, CadenceInput.ToValues(revisions[^1].Cadence, visit.Language)),
                },
                StatusCodes.Status404NotFound);
        }

        var reason = visit.Language.Pick($"Retour à la version {of}", $"Back to version {of}");
        var values = Merge(CadenceInput.ToValues(old.Cadence, visit.Language), new FormCollection(new() { ["reason"] = reason }), "");
        return ShowPage(Fill(visit, revisions, old.Cadence) with
        {
            Echo = FormEcho.Filled(values),
            Differences = CadenceComparison.Compare(revisions[^1].Cadence, old.Cadence),
            Done = new LocalizedText(
                $"La version {of} est reprise dans le formulaire. Rien n’est enregistré encore.", $"Version {of} is in the form. Nothing is saved yet."),
        });
    }

    /// <summary>All faults of a document, each with its path, at the field of the document: the form does not show the values that they are about.</summary>
    static Dictionary<string, LocalizedText> AsDocumentError(Dictionary<string, LocalizedText> errors) => new()
    {
        ["document"] = new LocalizedText(string.Join(" ", errors.Values.Select(e => e.French)), string.Join(" ", errors.Values.Select(e => e.English))),
    };

    static async Task<string> ReadDocument(PostedForm form, CancellationToken cancellation)
    {
        if (form.Values.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return form["document"];
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <summary>The posted values. The forms of the document and of the versions hold none of the cadence's fields, which then are those of the newest version.</summary>
    static FormCollection Merge(FormCollection cadence, IFormCollection posted, string form)
    {
        var values = form is "compare" or "simulate" or "save" ? [] : cadence.ToDictionary();
        foreach (var (name, value) in posted) values[name] = value;
        return new FormCollection(values);
    }

    static CadencePageViewModel Fill(ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, Cadence shown) => new()
    {
        Visit = visit,
        Revisions = revisions,
        Echo = FormEcho.Filled(CadenceInput.ToValues(shown, visit.Language)),
        Document = CadenceDocument.Format(shown with { Version = revisions[^1].Cadence.Version }),
    };

    Task<IResult> ShowErrors(
        ConsoleVisit visit, ImmutableArray<CadenceRevision> revisions, IFormCollection values, Dictionary<string, LocalizedText> errors, Cadence? valid = null) =>
        ShowPage(
            Fill(visit, revisions, valid ?? revisions[^1].Cadence) with
            {
                Echo = FormEcho.WithErrors(values, errors),
                Differences = valid is null ? default : CadenceComparison.Compare(revisions[^1].Cadence, valid),
            },
            StatusCodes.Status400BadRequest);

    async Task<IResult> ShowPage(CadencePageViewModel page, int status = StatusCodes.Status200OK) =>
        PageResult.Create<CadencePage>(page.Visit.Language, page with { Trials = await trials.List() }, status);
}
