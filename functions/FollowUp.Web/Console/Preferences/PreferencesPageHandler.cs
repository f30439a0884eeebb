using FollowUp.Domain.Text;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Preferences;

/// <summary>The page <c>/desk/preferences</c>: how this browser behaves, and where the staff member is signed in.</summary>
sealed class PreferencesPageHandler(StaffGate gate)
{
    static readonly LocalizedText SessionIsClosed = new(
        "Cette session est déjà fermée.", "This session is closed already.");

    public static Task<IResult> Show(ConsoleVisit visit, HttpContext context) => Render(visit, context, done: context.Request.Query["done"]);

    public static async Task<IResult> Save(ConsoleVisit visit, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        if (!form.HasValidToken)
        {
            return await Render(visit, context, FormEcho.Refused(FormMessages.PageExpired), StatusCodes.Status400BadRequest);
        }

        new ConsolePreferences(form["keys"] == "true", form["sound"] == "true", form["notifications"] == "true").Write(context);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Preferences}?done=saved");
    }

    /// <summary>Ends one session by the field <c>session</c>, or all but this one by <c>others</c> in its place.</summary>
    public async Task<IResult> EndSession(ConsoleVisit visit, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        if (!form.HasValidToken)
        {
            return await Render(visit, context, FormEcho.Refused(FormMessages.PageExpired), StatusCodes.Status400BadRequest);
        }

        var named = form["session"];
        var chosen = (await StaffSession.List(context, visit.Staff)).Where(s => named == "others" ? !s.IsThisOne : s.Id == named).ToList();
        if (chosen.Count == 0)
        {
            return await Render(visit, context, FormEcho.Refused(SessionIsClosed), StatusCodes.Status409Conflict);
        }

        foreach (var session in chosen)
        {
            await StaffSession.End(context, session);
        }

        await gate.Record(visit.Actor, "end-own-sessions", context.RequestAborted);
        return Results.Extensions.SeeOther($"{ConsoleAddresses.Preferences}?done=ended");
    }

    static async Task<IResult> Render(
        ConsoleVisit visit, HttpContext context, FormEcho? echo = null, int status = StatusCodes.Status200OK, string? done = null) =>
        PageResult.Create<PreferencesPage>(
            visit.Language, new PreferencesViewModel(visit, await StaffSession.List(context, visit.Staff), echo ?? FormEcho.Empty, done), status);
}
