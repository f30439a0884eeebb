using System.Globalization;
using System.Text.RegularExpressions;
using Azure;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;

namespace FollowUp.Functions.AzureServices;

/// <summary>
/// What the mail service's no means. Only one about the recipient's address is a hard bounce: it stands on the service's list of addresses
/// that bounced, or is none. Whatever else it refuses (the sender, the domain, the content, the rights of the app, an operation id that is
/// taken) speaks of no address: the message is tried again. The codes are those that the service answers; it documents none.
/// </summary>
static partial class AcsRejection
{
    const string Suppressed = "EmailDroppedAllRecipientsSuppressed";

    const string Malformed = "InvalidEmailAddress";

    /// <summary>Refused, and so not a fault that a quick repeat may mend.</summary>
    public static bool Is(RequestFailedException failed) => failed.Status is >= 400 and < 500 and not (408 or 429);

    /// <param name="refused">The answer.</param>
    /// <param name="ours">The other addresses of the message: the sender's, and where answers go.</param>
    public static DeliveryRejectedException Of(RequestFailedException refused, params ReadOnlySpan<string> ours)
    {
        var code = string.Create(
            CultureInfo.InvariantCulture, $"acs-{refused.Status}{(refused.ErrorCode is { Length: > 0 } word ? "-" + word : "")}");
        return IsOfTheAddress(refused.ErrorCode, ours) ? new AddressRejectedException(code) : new DeliveryRejectedException(code);
    }

    /// <summary>The service says that an address is malformed, and not which: the recipient's, when ours are beyond doubt.</summary>
    static bool IsOfTheAddress(string? code, ReadOnlySpan<string> ours)
    {
        if (code != Malformed)
        {
            return code == Suppressed;
        }

        foreach (var address in ours)
        {
            if (!Plain().IsMatch(address))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]+([._+-][A-Za-z0-9]+)*@([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,63}$")]
    private static partial Regex Plain();
}
