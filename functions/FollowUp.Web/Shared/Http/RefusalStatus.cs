using FollowUp.Domain.Permissions;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>The status of a page that shows a refusal.</summary>
static class RefusalStatus
{
    public static int GetStatus(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status409Conflict,
    };
}
