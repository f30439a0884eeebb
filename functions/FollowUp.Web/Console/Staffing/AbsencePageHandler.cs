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

    /// <summary>Longer than an absence.</summary>
    const int MaxProposedDays = 800;

    static readonly LocalDatePattern Months = LocalDatePattern.CreateWithInvariantCulture("uuuu'-'MM");
    static readonly LocalizedText ChooseStaff = new("Choisissez une personne.", "Choose a person.");
    static readonly LocalizedText FirstDayMissing = new("Indiquez le premier jour, ou cochez « dès maintenant ».", "Give the first day, or tick “from now on”.");
    static readonly LocalizedText DaysMissing = new(
        "Indiquez d’abord le premier et le dernier jour, dans l’ordre.", "Give the first and the last day first, in order.");

    static readonly LocalizedText NotThere = new("Cette absence n’existe plus.", "This absence is no longer there.");

    public async Task<IResult> Show(ConsoleVisit visit, HttpContext context, string? month) =>
        await gate.RequireAbsences(visit.Actor, null, "show-absences", context.RequestAborted) is { } refusal
            ? ConsoleResults.Refuse(visit, refusal)
            : ShowPage(await Load(visit, ParseMonth(month, visit), null, null, context.RequestAborted) with { Done = context.Request.Query["done"] });

    public async Task<IResult> Act(ConsoleVisit visit, HttpContext context)
    {
        var (cancellation, form) = (context.RequestAborted, await context.ReadPostedForm());
        var name = form["do"];
        var month = ParseMonth(form["month"], visit);
        var staff = visit.Actor.Role == Role.Manager && form.Values.ContainsKey("person")
            ? visit.AllStaff.FirstOrDefault(s => s.MayFollowUp && s.Key() == form["person"])
            : form["person"] is "" || form["person"] == visit.Staff.Key() ? visit.Staff : visit.AllStaff.FindByKey(form["person"]);
        if (await gate.RequireAbsences(visit.Actor, staff?.Id, name == "remove" ? "remove-absence" : "put-absence", cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var post = new Post(visit, month, staff ?? visit.Staff, form, name == "propose" ? "enter" : name);
        if (!form.HasValidToken)
        {
            return await ShowForm(post, FormEcho.Refused(FormMessages.PageExpired, form.Values, post.Name), StatusCodes.Status400BadRequest, cancellation);
        }

        if (staff is null)
        {
            return await ShowErrors(post, "person", ChooseStaff, StatusCodes.Status400BadRequest, cancellation);
        }

        return name switch
        {
            "enter" => await Enter(post, cancellation),
            "propose" => await Propose(post, cancellation),
            "stand-in" => await ChangeStandIn(post, cancellation),
            "end" => await Finish(post, await absences.End(staff.Id, form["absence"], cancellation), cancellation),
            "remove" => await Finish(post, await absences.Remove(staff.Id, form["absence"], cancellation), cancellation),
            "calendar" => await ShowNewCalendar(post, cancellation),
            "revoke-calendar" => await RevokeCalendar(visit, cancellation),
            _ => await ShowForm(post, FormEcho.Refused(FormMessages.ChooseOne, formName: name), StatusCodes.Status400BadRequest, cancellation),
        };
    }

    /// <summary>Shows the form with its values again, and who could stand in on its days; stores nothing.</summary>
    Task<IResult> Propose(Post post, CancellationToken cancellation) => GetDays(post) is null
        ? ShowErrors(post, "from", DaysMissing, StatusCodes.Status400BadRequest, cancellation)
        : ShowForm(post, FormEcho.WithErrors(post.Form.Values, ImmutableDictionary<string, LocalizedText>.Empty, post.Name), StatusCodes.Status200OK, cancellation);

    async Task<IResult> Enter(Post post, CancellationToken cancellation)
    {
        var form = post.Form;
        var read = await forms.Read<AbsenceRequest>(form.Values, cancellation);
        var now = form["now"] == "true";
        if (!now && read.Request.From is null)
        {
            read = read.WithError("from", FirstDayMissing);
        }

        if (!read.IsValid)
        {
            return await ShowForm(post, FormEcho.WithErrors(form.Values, read.Errors, post.Name), StatusCodes.Status400BadRequest, cancellation);
        }

        var today = post.Visit.Days.Today;
        var absence = (now ? read.Request with { From = null } : read.Request).ToAbsence("", today);
        return await Store(post, absence with { Id = CreateId(absence) }, cancellation);
    }

    async Task<IResult> ChangeStandIn(Post post, CancellationToken cancellation)
    {
        if (Find(post.Staff, post.Form["absence"]) is not { } absence)
        {
            return await ShowForm(post, FormEcho.Refused(NotThere, formName: post.Name), StatusCodes.Status409Conflict, cancellation);
        }

        var read = await forms.Read<AbsenceRequest>(post.Form.Values, cancellation);
        if (read.Errors.TryGetValue("standIn", out var error))
        {
            return await ShowErrors(post, "standIn", error, StatusCodes.Status400BadRequest, cancellation);
        }

        return await Store(
            post, absence with { StandIn = string.IsNullOrWhiteSpace(read.Request.StandIn) ? null : StaffId.Normalize(read.Request.StandIn) }, cancellation);
    }

    async Task<IResult> Store(Post post, Absence absence, CancellationToken cancellation) =>
        await absences.Put(post.Staff.Id, absence, cancellation) switch
        {
            AbsenceChange.OwnStandIn => await ShowErrors(post, "standIn", AbsenceTexts.OwnStandIn, StatusCodes.Status400BadRequest, cancellation),
            AbsenceChange.Overlapping => await ShowErrors(
                post, "from", StaffRefusals.AbsencesOverlap.Sentence, StatusCodes.Status409Conflict, cancellation),
            var change => await Finish(post, change, cancellation),
        };

    async Task<IResult> Finish(Post post, AbsenceChange change, CancellationToken cancellation)
    {
        if (change is not (AbsenceChange.Entered or AbsenceChange.Removed))
        {
            return await ShowForm(post, FormEcho.Refused(NotThere, formName: post.Name), StatusCodes.Status409Conflict, cancellation);
        }

        await gate.Record(post.Visit.Actor, post.Name == "remove" ? "remove-absence" : "put-absence", cancellation);
        var month = change is AbsenceChange.Entered { Absence.From: var from } && from > post.Visit.Days.Today ? from : post.Visit.Days.Today;
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Absences}?month={Months.Format(month)}&done={post.Name}");
    }

    async Task<IResult> ShowNewCalendar(Post post, CancellationToken cancellation)
    {
        var address = await feeds.Create(post.Visit.Staff.Id, cancellation);
        return ShowPage(await Load(post.Visit, post.Month, null, null, cancellation) with { NewCalendar = address });
    }

    async Task<IResult> RevokeCalendar(ConsoleVisit visit, CancellationToken cancellation)
    {
        await feeds.Revoke(visit.Staff.Id, cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Absences}?done=revoke-calendar");
    }

    Task<IResult> ShowErrors(Post post, string field, LocalizedText error, int status, CancellationToken cancellation) =>
        ShowForm(post, FormEcho.WithErrors(post.Form.Values, Error(field, error), post.Name), status, cancellation);

    /// <summary>Loads the page only now: an action that succeeds needs none.</summary>
    async Task<IResult> ShowForm(Post post, FormEcho echo, int status, CancellationToken cancellation) =>
        ShowPage(await Load(post.Visit, post.Month, post.Staff, GetDays(post), cancellation) with { Echo = echo }, status);

    /// <summary>The days of the form; null when they are not entered or not in order.</summary>
    static (LocalDate From, LocalDate To)? GetDays(Post post)
    {
        var today = post.Visit.Days.Today;
        LocalDate? from = post.Form["now"] == "true" ? today : ParseDay(post.Form["from"]);
        return from is { } first && ParseDay(post.Form["to"]) is { } last && first <= last && last <= first.PlusDays(MaxProposedDays) ? (first, last) : null;
    }

    static LocalDate? ParseDay(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && SupportedYears.Contains(day.Year) ? day : null;

    async Task<AbsencePageViewModel> Load(
        ConsoleVisit visit, LocalDate month, Staff? staff, (LocalDate From, LocalDate To)? days, CancellationToken cancellation)
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

        var chosen = staff ?? (visit.IsManager ? people[0] : visit.Staff);
        var (from, to) = days ?? (today, today.PlusDays(ProposedDays));
        var proposals = AbsenceForecast.ProposeStandIns(chosen, from, to, visit.AllStaff, CountProjects);
        return new AbsencePageViewModel(visit)
        {
            Month = month,
            People = people,
            Workloads = workloads,
            Absences = [.. rows.OrderBy(row => row.Absence.From).ThenBy(row => row.Staff.Id, StringComparer.Ordinal)],
            Proposals = proposals,
            ProposedFor = days is { } given ? (chosen, given.From, given.To) : null,
            Others = [.. people.Where(s => s.Id != chosen.Id && !proposals.Contains(s))],
        };
    }

    /// <summary>The first day is the name, so that the same form sent twice enters one absence.</summary>
    static string CreateId(Absence absence) => LocalDatePattern.Iso.Format(absence.From);

    static Absence? Find(Staff staff, string key) => staff.Absences.IsDefault ? null : staff.Absences.FirstOrDefault(a => a.GetKey() == key);

    static LocalDate ParseMonth(string? text, ConsoleVisit visit) =>
        Months.Parse(text ?? "") is { Success: true, Value: var month } && SupportedYears.Contains(month.Year)
            ? month
            : new LocalDate(visit.Days.Today.Year, visit.Days.Today.Month, 1);

    static Dictionary<string, LocalizedText> Error(string field, LocalizedText error) => new() { [field] = error };

    /// <summary>A posted form.</summary>
    /// <param name="Visit">The visit.</param>
    /// <param name="Month">The month that the page shows.</param>
    /// <param name="Staff">Whose absences it is about; the visitor when the form names nobody.</param>
    /// <param name="Form">The values.</param>
    /// <param name="Name">The name of the form on the page.</param>
    sealed record Post(ConsoleVisit Visit, LocalDate Month, Staff Staff, PostedForm Form, string Name);

    static IResult ShowPage(AbsencePageViewModel page, int status = StatusCodes.Status200OK) =>
        PageResult.Create<AbsencePage>(page.Visit.Language, page, status);
}
