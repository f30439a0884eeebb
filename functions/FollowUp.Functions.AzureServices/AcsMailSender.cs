using System.Globalization;
using Azure;
using Azure.Communication.Email;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Functions.AzureServices;

/// <summary>
/// Sends a mail through Azure Communication Services, in one attempt. The operation id is a hash of the message's id, so the service refuses to
/// send a repeat.
/// </summary>
public sealed class AcsMailSender(EmailClient client, AcsOptions options, TimeProvider time) : IMailSender
{
    /// <summary>The pause when the service throttles and names none.</summary>
    static readonly Duration DefaultPause = Duration.FromMinutes(1);

    /// <exception cref="ThrottledException">The service throttles.</exception>
    /// <exception cref="DeliveryRejectedException">The service refused the mail.</exception>
    /// <exception cref="RequestFailedException">The service failed, or did not answer.</exception>
    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        var operationId = StableHash.ComputeGuid(mail.MessageId);
        try
        {
            await client.SendAsync(WaitUntil.Started, CreateMessage(mail), operationId, cancellation);
        }
        catch (RequestFailedException busy) when (busy.Status == 429 || (busy.Status == 503 && GetPause(busy) is not null))
        {
            throw new ThrottledException(at + (GetPause(busy) ?? DefaultPause));
        }
        catch (RequestFailedException refused) when (AcsRejection.IsRejection(refused))
        {
            // An earlier attempt whose answer was lost may have been accepted. The service refuses its repeat because the id is taken.
            if (!await WasAccepted(mail, operationId, cancellation))
            {
                throw ToException(refused, mail);
            }
        }
    }

    /// <summary>
    /// Whether an earlier attempt was accepted. One that was accepted and failed later counts as accepted: its delivery report tells of the
    /// failure. Only a failure by the recipient's address is thrown at once.
    /// </summary>
    async Task<bool> WasAccepted(OutgoingMail mail, Guid operationId, CancellationToken cancellation)
    {
        try
        {
            await new EmailSendOperation(operationId.ToString(), client).UpdateStatusAsync(cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status == 200)
        {
            return ToException(failed, mail) is AddressRejectedException rejected ? throw rejected : true;
        }
        catch (RequestFailedException unknown) when (AcsRejection.IsRejection(unknown))
        {
            return false;
        }
    }

    DeliveryRejectedException ToException(RequestFailedException refused, OutgoingMail mail) =>
        AcsRejection.ToException(refused, options.From, mail.ReplyTo);

    EmailMessage CreateMessage(OutgoingMail mail)
    {
        var message = new EmailMessage(
            options.From,
            new EmailRecipients([new EmailAddress(mail.To, mail.ToName ?? mail.To)]),
            new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
        {
            UserEngagementTrackingDisabled = true,
        };
        message.ReplyTo.Add(new EmailAddress(mail.ReplyTo, mail.FromName));
        foreach (var (name, value) in mail.Headers)
        {
            message.Headers[name] = value;
        }

        if (mail.Calendar is { } calendar)
        {
            message.Attachments.Add(new EmailAttachment("rendez-vous.ics", "text/calendar", BinaryData.FromString(calendar)));
        }

        return message;
    }

    /// <summary>The pause of the Retry-After header, in seconds or until a date; null without one.</summary>
    Duration? GetPause(RequestFailedException busy)
    {
        if (busy.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) is not true || value is null)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return Duration.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var until)
            ? Duration.Max(Duration.Zero, Duration.FromTimeSpan(until - time.GetUtcNow()))
            : null;
    }
}
