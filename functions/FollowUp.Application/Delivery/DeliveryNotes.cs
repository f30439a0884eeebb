namespace FollowUp.Application.Delivery;

/// <summary>The codes that are stored with a message that was not sent. A stored code never changes.</summary>
public static class DeliveryNotes
{
    /// <summary>The sender takes nothing at the moment.</summary>
    public const string Throttled = "courier-busy";

    /// <summary>The recipient has no address.</summary>
    public const string NoAddress = "no-address";

    /// <summary>The recipient's address takes no mail.</summary>
    public const string AddressRejected = "address-refused";

    /// <summary>The store was restored from a backup, and the installation that was lost may have sent the mail.</summary>
    public const string BeforeRestore = "before-restore";

    /// <summary>No website is configured to get webhooks.</summary>
    public const string NoWebhookTarget = "no-webhook-target";

    /// <summary>Another unasked mail to the person has this day; this one goes on a later one.</summary>
    public const string OtherMailToday = "other-mail-today";

    /// <summary>It was held up until after the mail hours, and leaves when they begin again.</summary>
    public const string OutsideHours = "outside-hours";

    /// <summary>A decision that can still be taken back makes it obsolete: it waits until then.</summary>
    public const string MayBeUndone = "may-be-undone";

    /// <summary>A mail about several projects of the person tells it.</summary>
    public const string InCommonMail = "in-common-mail";

    /// <summary>The code of a failure: the answer of the service, or the type of the exception. Neither holds personal data.</summary>
    public static string FromException(Exception failure) => (failure as DeliveryRejectedException)?.Code ?? failure.GetType().Name;
}
