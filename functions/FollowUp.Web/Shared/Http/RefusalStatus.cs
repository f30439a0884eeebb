using FollowUp.Domain.Permissions;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>The status of a page that shows a refusal.</summary>
static class RefusalStatus
{
    public static int GetStatus(this Refusal refusal) =>
        refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
}
