using FollowUp.Application.People;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>
/// Asks who changes a second factor to show their own once more (ASVS 5.0, 7.5.1): an open session may be in the hands of somebody else. A person without a passkey
/// needs a session that was opened a short while ago.
/// </summary>
sealed class StepUp(PendingSignIns pending)
{
    /// <summary>What a person without a passkey is told.</summary>
    public static readonly LocalizedText SignInAgain = new(
        "Votre session est ouverte depuis plus de dix minutes : connectez-vous de nouveau, puis recommencez.",
        "Your session was opened more than ten minutes ago: sign in again, then start over.");

    /// <summary>Leads to the page that asks for a passkey or a recovery code, and from there back.</summary>
    /// <param name="context">The request.</param>
    /// <param name="staff">Who is signed in; they have a passkey.</param>
    /// <param name="returnTo">A path of the console.</param>
    public IResult Ask(HttpContext context, Staff staff, string returnTo)
    {
        pending.Start(context, staff, projectId: null, returnTo);
        return Results.Extensions.SeeOther(ConsoleAddresses.SecondStep);
    }
}
