using System.Collections.Immutable;
using FollowUp.Application.HandOvers;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Passkeys;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using FollowUp.Web.Shared.StandardPages;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The pages under <c>/desk/staff</c>, for managers: the list, a staff member, and what is done with them.</summary>
sealed class StaffPageHandler(
    StaffGate gate, StaffFormReader staffForms, FormReader forms, StaffAdministration administration, SecondFactorAdministration factors, StepUp stepUp, StaffInvitations invitations, HandOverStore handOvers,
    ITokens tokens, IDirectory directory, IProjectIndex index, IScheduleSignal signal)
{
    /// <summary>More than a coordinator follows.</summary>
    const int MaxProjects = 2_000;

    static readonly LocalizedText ConfirmRemoval = new(
        "Cochez la case pour confirmer le départ.", "Tick the box to confirm that this person leaves.");

    static readonly LocalizedText ChooseColleague = new(
        "Choisissez un collègue qui suit des projets.", "Choose a colleague who follows projects up.");

    static readonly LocalizedText ChooseProjects = new("Cochez au moins un projet.", "Tick at least one project.");

    public async Task<IResult> List(ConsoleVisit visit, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await gate.RequireManager(visit.Actor, "list-staff", cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var workloads = await index.GetWorkloads(cancellation);
        var left = (await directory.FormerStaff(cancellation)).Where(s => workloads.GetValueOrDefault(s.Id)?.OpenProjects > 0);
        return PageResult.Create<StaffListPage>(visit.Language, new StaffListViewModel(
            visit, workloads, [.. left], await handOvers.All(cancellation), context.Request.Query["done"]));
    }

    public async Task<IResult> Show(string key, ConsoleVisit visit, HttpContext context) =>
        await gate.RequireManager(visit.Actor, "show-staff", context.RequestAborted) is { } refusal ? ConsoleResults.Refuse(visit, refusal)
        : key == ConsoleAddresses.NewKey ? ShowPage(await Load(null, visit, context.RequestAborted))
        : visit.AllStaff.FindByKey(key) is { } staff ? ShowPage(await Load(staff, visit, context.RequestAborted) with { Done = context.Request.Query["done"] })
        : NotFound(visit);

    public async Task<IResult> Act(string key, ConsoleVisit visit, HttpContext context)
    {
        var (cancellation, form) = (context.RequestAborted, await context.ReadPostedForm());
        var name = form["do"];
        if (await gate.RequireManager(visit.Actor, Kebab(name), cancellation) is { } refusal)
        {
            return ConsoleResults.Refuse(visit, refusal);
        }

        var staff = key == ConsoleAddresses.NewKey ? null : visit.AllStaff.FindByKey(key);
        if (staff is null && key != ConsoleAddresses.NewKey)
        {
            return NotFound(visit);
        }

        if (!form.HasValidToken)
        {
            return await ShowForm(visit, staff, FormEcho.Refused(FormMessages.PageExpired, form.Values, name), StatusCodes.Status400BadRequest, cancellation);
        }

        return (name, staff) switch
        {
            ("save", _) => await Save(visit, staff, form, cancellation),
            ("hand-over", { } member) => await HandOver(visit, member, form, cancellation),
            ("invite", { } member) => await Invite(visit, member, cancellation),
            ("revoke", { } member) => await Revoke(visit, member, cancellation),
            ("end-sessions", { } member) => await EndSessions(visit, member, cancellation),
            ("reset-passkeys", { } member) => await ResetPasskeys(visit, member, context),
            ("remove", { } member) => await Remove(visit, member, form, cancellation),
            _ => await ShowForm(visit, staff, FormEcho.Refused(FormMessages.ChooseOne, formName: name), StatusCodes.Status400BadRequest, cancellation),
        };
    }

    async Task<IResult> Save(ConsoleVisit visit, Staff? staff, PostedForm form, CancellationToken cancellation)
    {
        var read = await staffForms.Read(form.Values, staff?.Id, cancellation);
        if (!read.IsValid)
        {
            return await ShowForm(visit, staff, FormEcho.WithErrors(form.Values, read.Errors, "save"), StatusCodes.Status400BadRequest, cancellation);
        }

        var details = read.Request.ToDetails(read.Request.Email!);
        switch (staff is null ? await administration.Add(details, cancellation) : await administration.Change(details, cancellation))
        {
            case StaffChange.Added { Staff: var added }:
                await invitations.Send(added, cancellation);
                await gate.Record(visit.Actor, "put-staff", cancellation);
                return Results.Extensions.SeeOther($"{ConsoleAddresses.Staff}?done=added");
            case StaffChange.Changed { Staff: var changed }:
                await gate.Record(visit.Actor, "put-staff", cancellation);
                return Results.Extensions.SeeOther($"{ConsoleAddresses.StaffMember(changed)}?done=save");
            case StaffChange.AlreadyStaff:
                return await ShowForm(
                    visit, staff, FormEcho.WithErrors(form.Values, Error("email", StaffRefusals.AlreadyStaff.Sentence), "save"),
                    StatusCodes.Status409Conflict, cancellation);
            case StaffChange.LastManager:
                return await ShowForm(
                    visit, staff, FormEcho.WithErrors(form.Values, Error("role", StaffRefusals.LastManager.Sentence), "save"),
                    StatusCodes.Status409Conflict, cancellation);
            default:
                return NotFound(visit);
        }
    }

    async Task<IResult> HandOver(ConsoleVisit visit, Staff staff, PostedForm form, CancellationToken cancellation)
    {
        var all = form["which"] == "all";
        var read = await forms.Read<HandOverRequest>(form.Values, cancellation);
        if (read.Request.GetTo() == staff.Id || read.Errors.ContainsKey("to"))
        {
            read = new ReadForm<HandOverRequest>(read.Request, new Dictionary<string, LocalizedText>(read.Errors) { ["to"] = ChooseColleague });
        }

        if (!all && read.Request.Projects is null)
        {
            read = read.WithError("projects", ChooseProjects);
        }

        if (!read.IsValid)
        {
            return await ShowForm(visit, staff, FormEcho.WithErrors(form.Values, read.Errors, "hand-over"), StatusCodes.Status400BadRequest, cancellation);
        }

        await handOvers.Add(
            staff.Id, read.Request.GetTo(), all ? default : [.. read.Request.Projects!.Distinct()], visit.Days.Now, cancellation);
        signal.Raise();
        await gate.Record(visit.Actor, "hand-over", cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Staff}?done=hand-over");
    }

    async Task<IResult> Invite(ConsoleVisit visit, Staff staff, CancellationToken cancellation)
    {
        await invitations.Send(staff, cancellation);
        await gate.Record(visit.Actor, "invite-staff", cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.StaffMember(staff)}?done=invite");
    }

    /// <summary>For a lost device. A manager who ends their own sessions signs in again.</summary>
    async Task<IResult> EndSessions(ConsoleVisit visit, Staff staff, CancellationToken cancellation)
    {
        await administration.EndSessions(staff.Id, cancellation);
        await gate.Record(visit.Actor, "end-sessions", cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.StaffMember(staff)}?done=end-sessions");
    }

    /// <summary>For a staff member who lost device and recovery codes.</summary>
    async Task<IResult> ResetPasskeys(ConsoleVisit visit, Staff staff, HttpContext context)
    {
        if (await stepUp.Require(
            visit, context, "reset-passkeys", "reset-passkeys", ConsoleAddresses.StaffMember(staff),
            (echo, status) => ShowForm(visit, staff, echo, status, context.RequestAborted)) is { } asked)
        {
            return asked;
        }

        await factors.Reset(staff.Id, context.RequestAborted);
        await gate.Record(visit.Actor, "reset-passkeys", CancellationToken.None);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.StaffMember(staff)}?done=reset-passkeys");
    }

    async Task<IResult> Revoke(ConsoleVisit visit, Staff staff, CancellationToken cancellation)
    {
        await tokens.RemoveAll(staff.Id, cancellation);
        await gate.Record(visit.Actor, "revoke-tokens", cancellation);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.StaffMember(staff)}?done=revoke");
    }

    async Task<IResult> Remove(ConsoleVisit visit, Staff staff, PostedForm form, CancellationToken cancellation)
    {
        if (form["confirm"] != "true")
        {
            return await ShowForm(
                visit, staff, FormEcho.WithErrors(form.Values, Error("confirm", ConfirmRemoval), "remove"), StatusCodes.Status400BadRequest, cancellation);
        }

        switch (await administration.Remove(staff.Id, cancellation))
        {
            case StaffChange.Removed:
                await gate.Record(visit.Actor, "remove-staff", cancellation);
                return Results.Extensions.SeeOther($"{ConsoleAddresses.Staff}?done=removed");
            case StaffChange.LastManager:
                return await ShowForm(
                    visit, staff, FormEcho.Refused(StaffRefusals.LastManager.Sentence, form.Values, "remove"), StatusCodes.Status409Conflict, cancellation);
            default:
                return NotFound(visit);
        }
    }

    /// <summary>Loads the page only now: an action that succeeds needs none.</summary>
    async Task<IResult> ShowForm(ConsoleVisit visit, Staff? staff, FormEcho echo, int status, CancellationToken cancellation) =>
        ShowPage(await Load(staff, visit, cancellation) with { Echo = echo }, status);

    /// <param name="staff">Null for one to add.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    async Task<StaffMemberViewModel> Load(Staff? staff, ConsoleVisit visit, CancellationToken cancellation) => new(
        visit, staff,
        staff is null ? [] : [.. (await index.GetQueue(staff.Id, MaxProjects, cancellation)).Where(row => row.Project.Coordinator == staff.Id)],
        Done: null);

    /// <summary>What the audit log calls a form.</summary>
    static string Kebab(string name) => name switch
    {
        "save" => "put-staff",
        "hand-over" => "hand-over",
        "invite" => "invite-staff",
        "revoke" => "revoke-tokens",
        "end-sessions" => "end-sessions",
        "reset-passkeys" => "reset-passkeys",
        "remove" => "remove-staff",
        _ => "show-staff",
    };

    static Dictionary<string, LocalizedText> Error(string field, LocalizedText error) => new() { [field] = error };

    static IResult ShowPage(StaffMemberViewModel page, int status = StatusCodes.Status200OK) =>
        PageResult.Create<StaffMemberPage>(page.Visit.Language, page, status);

    static IResult NotFound(ConsoleVisit visit) => PageResult.Create<NotFoundPage>(visit.Language, status: StatusCodes.Status404NotFound);
}
