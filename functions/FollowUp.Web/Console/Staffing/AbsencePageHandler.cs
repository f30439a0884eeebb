using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Absences;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The page <c>/desk/absences</c>: everybody who follows projects up sees who is there; each enters their own absences, a manager those of all.</summary>
sealed class AbsencePageHandler(
    StaffGate gate, FormReader forms, AbsenceAdministration absences, CalendarFeeds feeds, IProjectIndex index)
{
    const int MaxProjects = 5_000;

    /// <summary>What the form proposes stand-ins for before dates are entered.</summary>
    const int ProposedDays = 14;

    static readonly LocalDatePattern Months = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM");
    static readonly LocalizedText ChoosePerson = new("Choisissez une personne.", "Choose a person.");
    static readonly LocalizedText FirstDayMissing = new("Indiquez le premier jour, ou cochez « dès maintenant ».", "Give the first day, or tick “from now on”.");
    static readonly LocalizedText NotThere = new("Cette absence n’existe plus.", "This absence is no longer there.");

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context, string? month) =>
        await gate.RequireAbsences(visit.Actor, null, "show-absences", context.RequestAborted) is { } refusal
            ? Refuse(visit, refusal)
            : ShowPage(await Load(visit, ParseMonth(month, visit), null, context.RequestAborted) with { Done = context.Request.Query["done"] });

    public async Task<IResult> Act(ConsoleVisit visit, HttpContext context)
    {
        var (cancellation, form) = (context.RequestAborted, await context.ReadPostedForm());
        var name = form["do"];
        var month = ParseMonth(form["month"], visit);
        var person = visit.Actor.Role == Role.Manager && form.Values.ContainsKey("person")
            ? visit.AllStaff.FirstOrDefault(s => s.MayFollowUp && s.Key() == form["person"])
            : form["person"] is "" || form["person"] == visit.Staff.Key() ? visit.Staff : visit.AllStaff.FindByKey(form["person"]);
        if (await gate.RequireAbsences(visit.Actor, person?.Id, name == "remove" ? "remove-absence" : "put-absence", cancellation) is { } refusal)
        {
            return Refuse(visit, refusal);
        }

        var page = await Load(visit, month, person, cancellation);
        if (!form.HasValidToken)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(FormMessages.PageExpired, form.Values, name) }, StatusCodes.Status400BadRequest);
        }

        if (person is null)
        {
            return ShowPage(page with { Echo = FormEcho.WithErrors(form.Values, Error("person", ChoosePerson), name) }, StatusCodes.Status400BadRequest);
        }

        return name switch
        {
            "enter" => await Enter(page, person, form, cancellation),
            "stand-in" => await ChangeStandIn(page, person, form, cancellation),
            "end" => await Finish(page, await absences.End(person.Id, form["absence"], cancellation), name, cancellation),
            "remove" => await Finish(page, await absences.Remove(person.Id, form["absence"], cancellation), name, cancellation),
            "calendar" => ShowPage(page with { NewCalendar = await feeds.Create(visit.Staff.Id, cancellation) }),
            "revoke-calendar" => await RevokeCalendar(page, cancellation),
            _ => ShowPage(page with { Echo = FormEcho.Refused(FormMessages.ChooseOne, formName: name) }, StatusCodes.Status400BadRequest),
        };
    }

    async Task<IResult> Enter(AbsencePageViewModel page, Staff person, PostedForm form, CancellationToken cancellation)
    {
        var read = await forms.Read<AbsenceRequest>(form.Values, cancellation);
        var now = form["now"] == "true";
        if (!now && read.Request.From is null)
        {
            read = read.WithError("from", FirstDayMissing);
        }

        if (!read.IsValid)
        {
            return ShowPage(page with { Echo = FormEcho.WithErrors(form.Values, read.Errors, "enter") }, StatusCodes.Status400BadRequest);
        }

        var today = page.Visit.Days.Today;
        var absence = (now ? read.Request with { From = null } : read.Request).ToAbsence("", today);
        return await Store(page, person, absence with { Id = CreateId(absence) }, form, "enter", cancellation);
    }

    async Task<IResult> ChangeStandIn(AbsencePageViewModel page, Staff person, PostedForm form, CancellationToken cancellation)
    {
        if (Find(person, form["absence"]) is not { } absence)
        {
            return ShowPage(page with { Echo = FormEcho.Refused(NotThere, formName: "stand-in") }, StatusCodes.Status409Conflict);
        }

        var read = await forms.Read<AbsenceRequest>(form.Values, cancellation);
        if (read.Errors.TryGetValue("standIn", out var error))
        {
            return ShowPage(page with { Echo = FormEcho.WithErrors(form.Values, Error("standIn", error), "stand-in") }, StatusCodes.Status400BadRequest);
        }

        return await Store(
            page, person, absence with { StandIn = string.IsNullOrWhiteSpace(read.Request.StandIn) ? null : StaffId.Normalize(read.Request.StandIn) }, form,
            "stand-in", cancellation);
    }

    async Task<IResult> Store(
        AbsencePageViewModel page, Staff person, Absence absence, PostedForm form, string name, CancellationToken cancellation) =>
        await absences.Put(person.Id, absence, cancellation) switch
        {
            AbsenceChange.OwnStandIn => ShowPage(
                page with { Echo = FormEcho.WithErrors(form.Values, Error("standIn", AbsenceTexts.OwnStandIn), name) }, StatusCodes.Status400BadRequest),
            AbsenceChange.Overlapping => ShowPage(
                page with { Echo = FormEcho.WithErrors(form.Values, Error("from", StaffRefusals.AbsencesOverlap.Sentence), name) }, StatusCodes.Status409Conflict),
            var change => await Finish(page, change, name, cancellation),
        };

    async Task<IResult> Finish(AbsencePageViewModel page, AbsenceChange change, string name, CancellationToken cancellation)
    {
        if (change is not (AbsenceChange.Entered or AbsenceChange.Removed))
        {
            return ShowPage(page with { Echo = FormEcho.Refused(NotThere, formName: name) }, StatusCodes.Status409Conflict);
        }

        await gate.Record(page.Visit.Actor, name == "remove" ? "remove-absence" : "put-absence", cancellation);
        var month = change is AbsenceChange.Entered { Absence.From: var from } && from > page.Visit.Days.Today ? from : page.Visit.Days.Today;
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Absences}?month={Months.Format(month)}&done={name}");
    }

    async Task<IResult> RevokeCalendar(AbsencePageViewModel page, CancellationToken cancellation)
    {
        await feeds.Revoke(page.Visit.Staff.Id, cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Absences}?done=revoke-calendar");
    }

    async Task<AbsencePageViewModel> Load(ConsoleVisit visit, LocalDate month, Staff? person, CancellationToken cancellation)
    {
        var workloads = await index.GetWorkloads(cancellation);
        int CountProjects(string id) => workloads.GetValueOrDefault(id)?.OpenProjects ?? 0;
        var today = visit.Days.Today;
        var people = visit.AllStaff.Where(s => s.MayFollowUp).OrderBy(s => s.Name, StringComparer.Create(CultureInfo.GetCultureInfo("fr"), true)).ToImmutableArray();
        var rows = ImmutableArray.CreateBuilder<AbsenceRow>();
        foreach (var absent in people)
        {
            foreach (var absence in absent.Absences.IsDefault ? [] : absent.Absences.Where(a => a.To >= today))
            {
                var undecided = absence.Includes(today) && StandInFinder.Find(absent, visit.AllStaff, today) is null
                    ? (await index.GetQueue(absent.Id, MaxProjects, cancellation)).Count(row => row.Project.InCharge == absent.Id)
                    : 0;
                rows.Add(new AbsenceRow(
                    absent, absence, AbsenceForecast.GetSpans(absent, absence, visit.AllStaff), CountProjects(absent.Id), undecided));
            }
        }

        var chosen = person ?? (visit.IsManager ? people[0] : visit.Staff);
        var proposals = AbsenceForecast.ProposeStandIns(chosen, today, today.PlusDays(ProposedDays), visit.AllStaff, CountProjects);
        return new AbsencePageViewModel(visit)
        {
            Month = month,
            People = people,
            Workloads = workloads,
            Absences = [.. rows.OrderBy(row => row.Absence.From).ThenBy(row => row.Staff.Id, StringComparer.Ordinal)],
            Proposals = proposals,
            Others = [.. people.Where(s => s.Id != chosen.Id && !proposals.Contains(s))],
        };
    }

    /// <summary>The first day is the name, so that the same form sent twice enters one absence.</summary>
    static string CreateId(Absence absence) => LocalDatePattern.Iso.Format(absence.From);

    static Absence? Find(Staff person, string key) => person.Absences.IsDefault ? null : person.Absences.FirstOrDefault(a => a.GetKey() == key);

    static LocalDate ParseMonth(string? text, ConsoleVisit visit) =>
        Months.Parse(text ?? "") is { Success: true, Value: var month } && SupportedYears.Contains(month.Year)
            ? month
            : new LocalDate(visit.Days.Today.Year, visit.Days.Today.Month, 1);

    static Dictionary<string, LocalizedText> Error(string field, LocalizedText error) => new() { [field] = error };

    static IResult ShowPage(AbsencePageViewModel page, int status = StatusCodes.Status200OK) =>
        PageResult.Create<AbsencePage>(page.Visit.Language, page, status);

    static IResult Refuse(ConsoleVisit visit, Refusal refusal) =>
        PageResult.Create<RefusedPage>(visit.Language, new RefusedViewModel(visit, refusal), StatusCodes.Status403Forbidden);
}
