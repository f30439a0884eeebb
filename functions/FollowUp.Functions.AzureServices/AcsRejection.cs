using System.Globalization;
using System.Text.RegularExpressions;
using Azure;
using FollowUp.Application.Delivery;

namespace FollowUp.Functions.AzureServices;

/// <summary>
/// Classifies the refusals of the mail service. A hard bounce is a refusal of the recipient's address: it is on the service's list of addresses
/// that bounced, or is not an address. Every other refusal is retried: those of the sender, the domain, the content, the app's rights, or an
/// operation id that is taken. The service documents no codes; these are the ones that it answers.
/// </summary>
static partial class AcsRejection
{
    const string Suppressed = "EmailDroppedAllRecipientsSuppressed";

    const string Malformed = "InvalidEmailAddress";

    /// <summary>Whether the service refused, so that another attempt at once would be refused too.</summary>
    public static bool IsRejection(RequestFailedException failed) => failed.Status is >= 400 and < 500 and not (408 or 429);

    /// <param name="refused">The answer of the service.</param>
    /// <param name="departmentAddresses">The other addresses of the message: From and Reply-To.</param>
    /// <returns>An <see cref="AddressRejectedException"/> for a hard bounce. The code reads <c>acs-400-InvalidEmailAddress</c>.</returns>
    public static DeliveryRejectedException ToException(RequestFailedException refused, params ReadOnlySpan<string> departmentAddresses)
    {
        var code = string.Create(
            CultureInfo.InvariantCulture, $"acs-{refused.Status}{(refused.ErrorCode is { Length: > 0 } word ? "-" + word : "")}");
        return IsAboutRecipient(refused.ErrorCode, departmentAddresses) ? new AddressRejectedException(code) : new DeliveryRejectedException(code);
    }

    /// <summary>The service does not say which address is malformed. It is the recipient's when the department's addresses are plain ones.</summary>
    static bool IsAboutRecipient(string? code, ReadOnlySpan<string> departmentAddresses)
    {
        if (code != Malformed)
        {
            return code == Suppressed;
        }

        foreach (var address in departmentAddresses)
        {
            if (!PlainAddress().IsMatch(address))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]+([._+-][A-Za-z0-9]+)*@([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,63}$")]
    private static partial Regex PlainAddress();
}
