using FollowUp.Domain.Text;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.People;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// Asks who changes a second factor to show their own once more (ASVS 5.0, 7.5.1): an open session may be in the hands of somebody else. A staff
/// member without a passkey needs a session that was opened a short while ago.
/// </summary>
sealed class StepUp(PendingSignIns pending, StaffGate gate)
{
    static readonly LocalizedText SignInAgain = new(
        "Votre session est ouverte depuis plus de dix minutes : connectez-vous de nouveau, puis recommencez.",
        "Your session was opened more than ten minutes ago: sign in again, then start over.");

    /// <summary>Asks for the proof that the session lacks, and writes it to the audit log when there is nothing to show but a new sign-in.</summary>
    /// <param name="visit">Who is signed in.</param>
    /// <param name="context">The request.</param>
    /// <param name="form">The form that was sent.</param>
    /// <param name="command">What the audit log calls it.</param>
    /// <param name="returnTo">A path of the console, to which the page that asks for a passkey or a recovery code leads.</param>
    /// <param name="refuse">Shows the page of the form, for a staff member without a passkey.</param>
    /// <returns>Null when the session is proven: the change may go on.</returns>
    public async Task<IResult?> Require(
        ConsoleVisit visit, HttpContext context, string form, string command, string returnTo, Func<FormEcho, int, Task<IResult>> refuse)
    {
        if (await StaffSession.IsProven(context, visit.Staff))
        {
            return null;
        }

        if (visit.Staff.SecondFactor is not null)
        {
            pending.Start(context, visit.Staff, projectId: null, returnTo);
            return Results.Extensions.SeeOther(ConsoleAddresses.SecondStep);
        }

        await gate.Write(visit.Actor, command, "sign-in-again", context.RequestAborted);
        return await refuse(FormEcho.Refused(SignInAgain, formName: form), StatusCodes.Status403Forbidden);
    }
}
