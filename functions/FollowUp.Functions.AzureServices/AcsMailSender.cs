using System.Globalization;
using Azure;
using Azure.Communication.Email;
using FollowUp.Application.Delivery;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Ports;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Functions.AzureServices;

/// <summary>
/// Hands a mail to Azure Communication Services: one attempt, by an operation id made from the message's id, so that the service takes a
/// repeat for what it is.
/// </summary>
public sealed class AcsMailSender(EmailClient client, AcsOptions options, TimeProvider time) : IMailSender
{
    /// <summary>How long the service is left alone when it is busy and does not say for how long.</summary>
    static readonly Duration DefaultRest = Duration.FromMinutes(1);

    public async Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation)
    {
        var operation = StableHash.ComputeGuid(mail.MessageId);
        try
        {
            await client.SendAsync(WaitUntil.Started, Message(mail), operation, cancellation);
        }
        catch (RequestFailedException busy) when (busy.Status == 429 || (busy.Status == 503 && RestOf(busy) is not null))
        {
            throw new ThrottledException(at + (RestOf(busy) ?? DefaultRest));
        }
        catch (RequestFailedException refused) when (AcsRejection.Is(refused))
        {
            // An attempt whose answer was lost may have been accepted; its repeat is refused because the id is taken.
            if (!await WasTaken(mail, operation, cancellation))
            {
                throw Refusal(refused, mail);
            }
        }
    }

    /// <summary>
    /// One that was taken and has failed since counts as handed over, as it does when the failure comes after the answer: its delivery report
    /// tells of it. The address it failed by is told at once.
    /// </summary>
    async Task<bool> WasTaken(OutgoingMail mail, Guid operation, CancellationToken cancellation)
    {
        try
        {
            await new EmailSendOperation(operation.ToString(), client).UpdateStatusAsync(cancellation);
            return true;
        }
        catch (RequestFailedException ended) when (ended.Status == 200)
        {
            return Refusal(ended, mail) is AddressRejectedException refusal ? throw refusal : true;
        }
        catch (RequestFailedException unknown) when (AcsRejection.Is(unknown))
        {
            return false;
        }
    }

    DeliveryRejectedException Refusal(RequestFailedException refused, OutgoingMail mail) => AcsRejection.Of(refused, options.From, mail.ReplyTo);

    EmailMessage Message(OutgoingMail mail)
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

    Duration? RestOf(RequestFailedException busy)
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
